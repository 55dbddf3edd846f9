package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.test.Step.Act;
import dev.eventfold.es.test.Step.Again;
import dev.eventfold.es.test.Step.Crash;
import dev.eventfold.es.test.Step.CrashIn;
import dev.eventfold.es.test.Step.Execute;
import dev.eventfold.es.test.Step.Retry;
import dev.eventfold.es.test.Step.Run;
import dev.eventfold.es.test.Step.Settle;
import dev.eventfold.es.test.Step.Wait;
import dev.eventfold.es.test.Step.WaitUntilDue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the steps that {@link StepText} has written. */
final class StepReader {
    private static final String WORD = "(" + Word.PATTERN + ")";
    private static final String DETAIL = " ([a-zA-Z]+)(?::" + WORD + ")?=" + WORD;
    private static final Pattern DETAILS = Pattern.compile(DETAIL);

    /** The words of a command: its id, where to, what, what is said of it, and the payload. */
    private static final String COMMAND = "execute " + WORD + " (?<aggregate>[^/ ]+)/(?<instance>" + Word.PATTERN
            + ") (?<name>\\S+)(?<details>(?:" + DETAIL + ")*) (?<payload>.*)";

    private static final List<Form> FORMS = List.of(
            new Form(COMMAND, words -> new Execute(command(words))),
            new Form("again " + WORD, words -> new Again(Word.text(words.group(1)))),
            new Form("run (\\S+) (\\d+)", words -> new Run(words.group(1), Integer.parseInt(words.group(2)))),
            new Form(StepText.SETTLE, words -> new Settle()),
            new Form(StepText.CRASH, words -> new Crash()),
            new Form("crash in (\\S+)", words -> new CrashIn(words.group(1))),
            new Form(StepText.DUE, words -> new WaitUntilDue(false)),
            new Form(StepText.BEFORE_DUE, words -> new WaitUntilDue(true)),
            new Form("wait (P\\S+)", words -> new Wait(Duration.parse(words.group(1)))),
            new Form("retry (\\S+)", words -> new Retry(words.group(1))),
            new Form("do (.+)", words -> new Act(words.group(1))));

    private StepReader() {}

    private record Form(Pattern pattern, Function<Matcher, Step> step) {
        Form(String pattern, Function<Matcher, Step> step) {
            this(Pattern.compile(pattern, Pattern.DOTALL), step);
        }
    }

    /**
     * Reads steps, one a line.
     *
     * @throws IllegalArgumentException when a line is none
     */
    static List<Step> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(StepReader::step)
                .toList();
    }

    private static Step step(String line) {
        for (Form form : FORMS) {
            Matcher words = form.pattern().matcher(line);
            if (words.matches()) {
                return step(form, words, line);
            }
        }
        throw none(line, null);
    }

    private static Step step(Form form, Matcher words, String line) {
        try {
            return form.step().apply(words);
        } catch (DateTimeException | NumberFormatException e) {
            throw none(line, e);
        }
    }

    private static IllegalArgumentException none(String line, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                "this is no step of a simulation: line=" + line
                        + "; copy the lines as the message of a simulation shows them",
                cause);
    }

    private static CommandEnvelope command(Matcher words) {
        CommandEnvelope command = CommandEnvelope.ofJson(
                        words.group("aggregate"),
                        Word.text(words.group("instance")),
                        words.group("name"),
                        words.group("payload"))
                .withCommandId(Word.text(words.group(1)));
        Matcher details = DETAILS.matcher(words.group("details"));
        while (details.find()) {
            String value = Word.text(details.group(3));
            command = switch (details.group(1)) {
                case "actor" -> command.withActor(value);
                case "correlationId" -> command.withCorrelationId(value);
                case "expectedVersion" -> command.withExpectedVersion(Long.parseLong(value));
                default -> command.withMetadata(Word.text(details.group(2)), value);
            };
        }
        return command;
    }
}
