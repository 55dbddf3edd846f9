package dev.eventfold.es.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of horizontal bars on a logarithmic axis, as SVG. */
final class LogBarChart {
    private static final int LABELS = 330;
    private static final int AXIS = 460;
    private static final int RIGHT = 110;
    private static final int HEAD = 64;
    private static final int BAR = 16;
    private static final int GAP = 6;

    /**
     * One bar.
     *
     * @param label what it is
     * @param value its length
     * @param colour its colour
     * @param text what stands at its end
     */
    record Bar(String label, double value, String colour, String text) {}

    private final String title;
    private final String caption;
    private final double origin;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * An empty chart.
     *
     * @param title what it shows
     * @param caption how to read it
     * @param origin where bars begin; 0 for the lowest power of ten below them all
     */
    LogBarChart(String title, String caption, double origin) {
        this.title = title;
        this.caption = caption;
        this.origin = origin;
    }

    void add(Bar bar) {
        if (bar.value() > 0) {
            bars.add(bar);
        }
    }

    String svg() {
        double low = Math.floor(
                Math.log10(bars.stream().mapToDouble(Bar::value).min().orElse(1)));
        double high =
                Math.ceil(Math.log10(bars.stream().mapToDouble(Bar::value).max().orElse(10)));
        if (origin > 0) {
            low = Math.min(low, Math.floor(Math.log10(origin)));
            high = Math.max(high, Math.ceil(Math.log10(origin)));
        }
        high = Math.max(high, low + 1);
        int height = HEAD + bars.size() * (BAR + GAP) + 30;
        int width = LABELS + AXIS + RIGHT;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        svg.append(
                "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(svg, 12, 24, "start", "font-size=\"16\" font-weight=\"bold\"", title);
        text(svg, 12, 44, "start", "fill=\"#555\"", caption);
        decades(svg, low, high, height);
        double zero = origin > 0 ? x(origin, low, high) : LABELS;
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), HEAD + i * (BAR + GAP), zero, x(bars.get(i).value(), low, high));
        }
        if (origin > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#000\" stroke-width=\"1.5\"/>%n",
                    zero,
                    zero,
                    HEAD - 6,
                    height - 24));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void decades(StringBuilder svg, double low, double high, int height) {
        for (double decade = low; decade <= high; decade++) {
            double at = x(Math.pow(10, decade), low, high);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>%n",
                    at,
                    at,
                    HEAD - 6,
                    height - 24));
            text(svg, at, height - 8, "middle", "fill=\"#555\"", Numbers.text(Math.pow(10, decade)));
        }
    }

    private static void bar(StringBuilder svg, Bar bar, int y, double zero, double end) {
        text(svg, LABELS - 8, y + BAR - 4, "end", "", bar.label());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                Math.min(zero, end),
                y,
                Math.max(1, Math.abs(end - zero)),
                BAR,
                bar.colour()));
        text(svg, Math.max(zero, end) + 5, y + BAR - 4, "start", "", bar.text());
    }

    private static double x(double value, double low, double high) {
        return LABELS + AXIS * (Math.log10(value) - low) / (high - low);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String style, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
                x,
                y,
                anchor,
                style,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
