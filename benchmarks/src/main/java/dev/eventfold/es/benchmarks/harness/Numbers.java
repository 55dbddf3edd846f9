package dev.eventfold.es.benchmarks.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them, and their middle. */
final class Numbers {
    private Numbers() {}

    static String text(double number) {
        double size = Math.abs(number);
        if (size >= 100 || number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", number);
    }

    static double median(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double least(List<Double> numbers) {
        return Arrays.stream(array(numbers)).min().orElseThrow();
    }

    static double most(List<Double> numbers) {
        return Arrays.stream(array(numbers)).max().orElseThrow();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
