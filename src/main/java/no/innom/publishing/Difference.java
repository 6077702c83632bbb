package no.innom.publishing;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What has changed between two texts, line by line. */
public final class Difference {
    private static final int LINES_AROUND = 2;

    private Difference() {}

    /** The changed lines as a unified diff, with two lines around each change; empty when the texts are the same. */
    public static List<String> between(String nameBefore, String before, String nameAfter, String after) {
        var old = before.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                nameBefore, nameAfter, old, DiffUtils.diff(old, after.lines().toList()), LINES_AROUND);
    }
}
