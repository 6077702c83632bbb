package no.innom.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the words and word classes that phrases are made of. Some classes have a meaning of their own for the
 * scanner and must be in the lexicon: {@link #FILLER}, {@link #NOT} and the others below.
 */
final class Symbols {
    /** Words and emoji that a phrase reaches across: bare, liksom, så, really. */
    static final String FILLER = "FILLER";
    /** ikke, itj, aldri, not, never: takes back what it stands beside. */
    static final String NOT = "NOT";
    /** ikke bare, ikke sant: looks like a "not" and takes nothing back. */
    static final String NOT_MERELY = "NOT_MERELY";
    /** haha, lol, jeg tuller: cancels nothing, so the second opinion does not see it. */
    static final String LAUGHTER = "LAUGHTER";
    /** The visitor as subject: jeg, eg, æ, i. */
    static final String I = "I";
    /** The English "i", before it is known whether it is the visitor or a preposition. */
    static final String I_ENGLISH = "I_ENGLISH";
    /** What stands after "i" when it is the visitor: have, want, dont. */
    static final String AFTER_I = "AFTER_I";
    /** The visitor as object: meg, mæ, me. */
    static final String ME = "ME";
    /** Anybody else as subject. */
    static final String SOMEBODY = "SOMEBODY";
    /** Words after which a "not" before them no longer reaches: at, fordi, hvorfor, slutte. */
    static final String BARRIER = "BARRIER";
    /** men, but: no context reaches across. */
    static final String BUT = "BUT";
    /** Where a sentence begins. */
    static final String BEGINNING = "^";
    /** Where a sentence ends. */
    static final String END = "$";
    /** Any number in digits. */
    static final String NUMBER = "NUMBER";
    /** A number of ten or more, and the words for it. */
    static final String TEN_OR_MORE = "TEN_OR_MORE";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final int[] boundary;
    private final int[] number;
    private final int[] tenOrMore;
    private final int filler;
    private final int self;
    private final int englishI;
    private final int afterEnglishI;

    Symbols() {
        boundary = new int[] {of(BEGINNING), of(END)};
        filler = of(FILLER);
        self = of(I);
        englishI = of(I_ENGLISH);
        afterEnglishI = of(AFTER_I);
        number = new int[] {of(NUMBER)};
        tenOrMore = new int[] {of(NUMBER), of(TEN_OR_MORE)};
    }

    /** The number of a word (lower case) or class (upper case), given at the first asking. */
    int of(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            number = names.size();
            numbers.put(name, number);
            names.add(name);
        }
        return number;
    }

    /** The word or class that a number stands for. */
    String nameOf(int symbol) {
        return names.get(symbol);
    }

    /** The number, or null where nobody asked for it before. */
    @Nullable Integer find(String name) {
        return numbers.get(name);
    }

    /** All that were asked for so far. */
    List<String> names() {
        return List.copyOf(names);
    }

    int count() {
        return numbers.size();
    }

    /** The symbols of a place where a sentence begins or ends. */
    int[] boundary() {
        return boundary;
    }

    int[] number(String digits) {
        return digits.length() > 1 ? tenOrMore : number;
    }

    int self() {
        return self;
    }

    int englishI() {
        return englishI;
    }

    int afterEnglishI() {
        return afterEnglishI;
    }

    boolean isFiller(int[] symbols) {
        for (int symbol : symbols) {
            if (symbol == filler) {
                return true;
            }
        }
        return false;
    }
}
