package dev.eventfold.es.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Thrown when a simulation finds what must not be. The message has the steps that lead to it, what comes of each, and how to replay them. */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final String invariant;
    private final String scenario;

    private SimulationFailure(String message, Scenario scenario) {
        super(message, scenario.violation().cause());
        this.invariant = scenario.violation().invariant();
        this.scenario = String.join("\n", StepText.lines(scenario.steps()));
    }

    /** Of what a seed led to. */
    static <W> SimulationFailure found(Plan<W> plan, Scenario scenario, long seed, int before) {
        return of(
                plan, scenario, "a simulation found what must not be: seed=" + seed + ", ", ", shrunk from " + before);
    }

    /** Of steps that were given. */
    static <W> SimulationFailure replayed(Plan<W> plan, Scenario scenario) {
        return of(plan, scenario, "a replay leads to what must not be: ", "");
    }

    private static <W> SimulationFailure of(Plan<W> plan, Scenario scenario, String headline, String from) {
        List<String> lines = new ArrayList<>();
        lines.add(headline + "invariant=" + scenario.violation().invariant() + ", steps="
                + scenario.steps().size() + from);
        text(scenario.violation().cause()).lines().forEach(line -> lines.add("    " + line));
        lines.add("");
        steps(plan, scenario, lines);
        lines.add("");
        lines.add("to replay it, end the simulation with:");
        lines.add("        .replay(\"\"\"");
        StepText.lines(scenario.steps())
                .forEach(step -> lines.add(
                        "                " + step.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"")));
        lines.add("                \"\"\");");
        return new SimulationFailure(String.join("\n", lines), scenario);
    }

    private static <W> void steps(Plan<W> plan, Scenario scenario, List<String> lines) {
        SimulatedProgram<W> program = new SimulatedProgram<>(plan);
        program.news().forEach(news -> lines.add("       given: " + news));
        int number = 0;
        for (Step step : scenario.steps()) {
            program.take(step);
            lines.add(String.format(Locale.ROOT, "%4d. %s", ++number, StepText.of(step)));
            program.news().forEach(news -> lines.add("        → " + news));
        }
    }

    private static String text(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        String text = message == null ? "" : message.strip();
        return cause instanceof AssertionError && !text.isEmpty() ? text : String.valueOf(cause);
    }

    /**
     * What does not hold.
     *
     * @return the name that the test gave it; {@code nothing breaks} when something threw that is no refusal
     */
    public String invariant() {
        return invariant;
    }

    /**
     * The steps that lead to it.
     *
     * @return one a line, as {@link Simulation#replay} takes them
     */
    public String scenario() {
        return scenario;
    }
}
