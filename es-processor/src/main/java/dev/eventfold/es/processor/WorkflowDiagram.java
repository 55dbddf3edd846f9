package dev.eventfold.es.processor;

/**
 * Draws the workflow as a Mermaid flowchart: a lane for each process manager with its reactions, for each projection and subscriber, and for
 * each aggregate with its commands and events.
 */
final class WorkflowDiagram {
    /** Dark text on light colours reads on light and dark pages. */
    private static final String STYLES = """
            classDef processManager fill:#f3e8ff,stroke:#9333ea,color:#3b0764
            classDef reaction fill:#e9d5ff,stroke:#9333ea,color:#3b0764
            classDef aggregate fill:#fef9c3,stroke:#ca8a04,color:#422006
            classDef elsewhere fill:#f5f5f4,stroke:#78716c,color:#292524,stroke-dasharray:5 5
            classDef command fill:#bfdbfe,stroke:#2563eb,color:#172554
            classDef event fill:#fed7aa,stroke:#ea580c,color:#431407
            classDef choice fill:#ffffff,stroke:#ca8a04,color:#422006
            classDef unknown fill:#ffffff,stroke:#78716c,color:#292524,stroke-dasharray:5 5
            """;

    /** Of what most modules have none. */
    private static final String STYLES_OF_READERS = """
            classDef projection fill:#dcfce7,stroke:#16a34a,color:#052e16
            classDef projected fill:#bbf7d0,stroke:#16a34a,color:#052e16
            classDef subscriber fill:#fce7f3,stroke:#db2777,color:#500724
            classDef received fill:#fbcfe8,stroke:#db2777,color:#500724
            """;

    private WorkflowDiagram() {}

    static String of(Workflow workflow) {
        Flowchart chart = new Flowchart();
        EventNodes events = new EventNodes(workflow, chart);
        workflow.managers().forEach(manager -> new ManagerDrawing(manager, events, chart).draw());
        workflow.readers().forEach(reader -> new ReactionDrawing(reader, events, chart).draw());
        workflow.lanes().forEach(lane -> new LaneDrawing(lane, events, chart).draw());
        return chart.text(workflow.readers().isEmpty() ? STYLES : STYLES + STYLES_OF_READERS);
    }
}
