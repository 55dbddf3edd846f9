package dev.eventfold.es.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** Writes the workflow of the module beside its classes, as a picture and for tools. */
final class WorkflowFiles {
    private static final String DIRECTORY = "META-INF/eventfold/";

    private final Filer filer;
    private final Diagnostics diagnostics;

    WorkflowFiles(Filer filer, Diagnostics diagnostics) {
        this.filer = filer;
        this.diagnostics = diagnostics;
    }

    void write(Workflow workflow) {
        String directory = DIRECTORY + workflow.modulePackage() + "/";
        write(directory + "workflow.mmd", WorkflowDiagram.of(workflow));
        write(directory + "workflow.json", WorkflowJson.of(workflow));
    }

    /** In UTF-8 whatever the encoding of the sources. */
    private void write(String path, String text) {
        try (OutputStream out =
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            diagnostics.report(SourceSpot.nowhere(), Problem.NOT_WRITTEN, path, failed);
        }
    }
}
