package no.innom.yaml;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param file the file's name as the reader was given it
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1, in characters as an editor counts them; 0 when the line as a whole is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** The start of a file, for what concerns all of it. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    /** By file, then from top to bottom. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
