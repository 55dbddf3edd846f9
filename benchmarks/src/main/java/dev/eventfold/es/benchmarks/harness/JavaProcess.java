package dev.eventfold.es.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cold JVM with the class path of this one. Both sides: who starts it, and what the program in it calls. */
public final class JavaProcess {
    static final String PEAK_BYTES = "peakBytes";
    private static final String SAY = "@say ";
    private static final String DONE = "@done";

    private JavaProcess() {}

    /**
     * Runs a program to its end.
     *
     * @param jvmOptions such as {@code -Xmx128m}
     * @param main its class
     * @param arguments its arguments
     * @return what it said
     * @throws IOException when it cannot be started or fails
     * @throws InterruptedException when the thread is interrupted
     */
    public static JavaRun run(List<String> jvmOptions, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        return run(command(jvmOptions, main, arguments));
    }

    static JavaRun run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        long began = System.nanoTime();
        Process process = builder.start();
        Map<String, String> said = new HashMap<>();
        double done = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(DONE)) {
                    done = (System.nanoTime() - began) / 1e6;
                } else if (line.startsWith(SAY)) {
                    String[] pair = line.substring(SAY.length()).split("=", 2);
                    said.put(pair[0], pair[1]);
                } else {
                    System.out.println(line);
                }
            }
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("process failed: command=" + command + ", exit=" + status);
        }
        double exit = (System.nanoTime() - began) / 1e6;
        return new JavaRun(said, done == 0 ? exit : done, exit);
    }

    /**
     * The command line of a JVM of the same JDK and class path.
     *
     * @param jvmOptions such as {@code -Xmx128m}
     * @param main the class of the program
     * @param arguments its arguments
     * @return the command line
     */
    public static List<String> command(List<String> jvmOptions, Class<?> main, Object... arguments) {
        return command(System.getProperty("java.class.path"), jvmOptions, main, arguments);
    }

    static List<String> command(String classPath, List<String> jvmOptions, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath, main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /**
     * In the started program: tells the starter a value.
     *
     * @param name its name
     * @param value the value
     */
    public static void say(String name, Object value) {
        System.out.println(SAY + name + "=" + value);
    }

    /** In the started program: what is measured is done. Peak memory is told along with it. */
    public static void done() {
        System.out.println(DONE);
        say(PEAK_BYTES, Memory.peakBytes());
    }
}
