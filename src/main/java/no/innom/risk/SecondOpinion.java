package no.innom.risk;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.innom.risk.Passages.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion beside the rules: how much a message is like the project's own sentences that carry risk, and unlike
 * those that carry none. It finds what no rule foresaw. Where it knows the words and is sure that a rule took harmless
 * ones for danger, that becomes {@code watch}, as beside a suppressor: staff see it still, and the visitor is asked
 * straight. It never makes nothing of what a rule found. A sum of weights, one for each {@link Traits trait}, learnt
 * from {@code src/main/sentences} when the program is built ({@link Training}): no text is made here, and the words
 * that weighed most are shown to staff.
 *
 * <p>OpenNLP's categorizer does the same sum at several times the cost (it makes a string of each part of each word) and
 * cannot judge a stretch of a long message by itself.
 *
 * <p>Immutable; any thread; some microseconds for a chat message.
 */
final class SecondOpinion {
    /** The rule that is named when the second opinion raised a message. */
    static final String RULE = "second-opinion";

    /** What is asked, each with weights of its own: to hand over, to watch, whether acute, and which category. */
    static final int HAND_OVER = 0;

    static final int WATCH = 1;
    static final int ACUTE = 2;
    static final int CATEGORY = 3;
    static final List<Category> CATEGORIES = List.of(Category.values());
    static final int QUESTIONS = CATEGORY + CATEGORIES.size();

    /** From which score a person is brought. Chosen, as the others, on sentences kept aside and on strangers'. */
    static final float HAND_OVER_FROM = 0.85f;

    /** From which score a message is a hint. */
    static final float WATCH_FROM = 0.8f;

    /** Below which score a rule's {@code high} is no more than a hint. */
    static final float SPARE_HIGH_BELOW = -0.8f;

    /** Below which score a rule's {@code acute} is no more than a hint. */
    static final float SPARE_ACUTE_BELOW = -1.3f;

    /** Of how many of a message's words it must have met, before it says of any finding that they are harmless. */
    private static final double WORDS_MET = 0.7;

    /** How large the tables of the first two questions are: traits that fall on one place blur each other. */
    private static final int MANY_BITS = 21;

    /** And those of the others, which are only asked of what the first have found. */
    private static final int FEW_BITS = 19;

    /** What a stretch that was cut out of its sentence must weigh more than a whole one. */
    private static final float OUT_OF_CONTEXT = 1.2f;

    private static final int MOST_SHOWN = 4;
    private static final String LEARNT = "/risk/second-opinion.bin";

    /** What is asked of every message. */
    private final WeightTable first;
    /** What is only asked of those that the first have found. */
    private final WeightTable rest;

    private final Set<Integer> known;
    private final int[] met;

    /**
     * @param learnt by question
     * @param known the {@link Rule#print prints} of the rules that it was learnt with
     * @param met the {@link Traits#itself traits of all words} that it was learnt from, in order
     */
    SecondOpinion(List<Weights> learnt, Set<Integer> known, int[] met) {
        this(
                WeightTable.of(MANY_BITS, learnt.subList(0, ACUTE)),
                WeightTable.of(FEW_BITS, learnt.subList(ACUTE, QUESTIONS)),
                known,
                met);
    }

    private SecondOpinion(WeightTable first, WeightTable rest, Set<Integer> known, int[] met) {
        this.first = first;
        this.rest = rest;
        this.known = known;
        this.met = met;
    }

    /** What was learnt at build time. */
    static SecondOpinion learnt() {
        try (InputStream in = SecondOpinion.class.getResourceAsStream(LEARNT)) {
            if (in == null) {
                throw new IllegalStateException(LEARNT + " is missing from the program: build it with Maven");
            }
            return read(new DataInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SecondOpinion read(DataInputStream in) throws IOException {
        WeightTable first = WeightTable.read(in);
        WeightTable rest = WeightTable.read(in);
        Set<Integer> known = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            known.add(in.readInt());
        }
        int[] met = new int[in.readInt()];
        for (int i = 0; i < met.length; i++) {
            met[i] = in.readInt();
        }
        return new SecondOpinion(first, rest, known, met);
    }

    void write(DataOutputStream out) throws IOException {
        first.write(out);
        rest.write(out);
        out.writeInt(known.size());
        // In order, so that the same is always written the same.
        for (int print : new TreeSet<>(known)) {
            out.writeInt(print);
        }
        out.writeInt(met.length);
        for (int word : met) {
            out.writeInt(word);
        }
    }

    /** What the rules found, or more; or no more than a hint. */
    Finding weigh(Finding rules, String text, Tokens tokens, Lexicon lexicon) {
        boolean found = rules.level().handsOver();
        if (found && !maySpare(rules, lexicon)) {
            return rules;
        }
        Traits traits = Traits.of(text, tokens, lexicon.classTraits());
        if (traits.words() == 0) {
            return rules;
        }
        List<Passage> passages = Passages.of(traits);
        float score = score(HAND_OVER, traits, passages);
        if (found) {
            return score >= (rules.level() == Level.ACUTE ? SPARE_ACUTE_BELOW : SPARE_HIGH_BELOW) || !knows(traits)
                    ? rules
                    : new Finding(Level.WATCH, rules.category(), rules.spans(), named(rules));
        }
        boolean handsOver = score >= HAND_OVER_FROM;
        if (!handsOver && (rules.level() == Level.WATCH || score(WATCH, traits, passages) < WATCH_FROM)) {
            return rules;
        }
        Level level = !handsOver ? Level.WATCH : score(ACUTE, traits, passages) > 0 ? Level.ACUTE : Level.HIGH;
        Category category = rules.category() == null ? category(traits, passages) : rules.category();
        List<Span> spans =
                rules.spans().isEmpty() ? spans(handsOver ? HAND_OVER : WATCH, traits, tokens) : rules.spans();
        return new Finding(level, category, spans, named(rules));
    }

    /** Only what was learnt together with these very rules: one that was written or changed since is somebody's decision. */
    private boolean maySpare(Finding found, Lexicon lexicon) {
        for (String rule : found.rules()) {
            Integer print = lexicon.softRule(rule);
            if (print == null || !known.contains(print)) {
                return false;
            }
        }
        return true;
    }

    /** Of what is said in words that were never met, another language or a slang of its own, nothing is known. */
    private boolean knows(Traits traits) {
        int words = 0;
        for (int w = 0; w < traits.words(); w++) {
            if (Arrays.binarySearch(met, traits.itself(w)) >= 0) {
                words++;
            }
        }
        return words >= WORDS_MET * traits.words();
    }

    private static List<String> named(Finding rules) {
        List<String> named = new ArrayList<>(rules.rules());
        named.add(RULE);
        return named;
    }

    /** The highest score of any passage of a message. */
    float score(int question, Traits traits) {
        return score(question, traits, Passages.of(traits));
    }

    private float score(int question, Traits traits, List<Passage> passages) {
        WeightTable table = question < ACUTE ? first : rest;
        int column = question < ACUTE ? question : question - ACUTE;
        int[] sums = table.sums(column, traits);
        float highest = Float.NEGATIVE_INFINITY;
        for (Passage passage : passages) {
            float score = table.score(column, traits, sums, passage.from(), passage.to());
            highest = Math.max(highest, passage.cut() ? score - OUT_OF_CONTEXT : score);
        }
        return highest;
    }

    /** How many bits the number of a place in a question's table has. */
    static int bits(int question) {
        return question < ACUTE ? MANY_BITS : FEW_BITS;
    }

    private Category category(Traits traits, List<Passage> passages) {
        Category best = Category.SUICIDE;
        float highest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < CATEGORIES.size(); c++) {
            float score = score(CATEGORY + c, traits, passages);
            if (score > highest) {
                highest = score;
                best = CATEGORIES.get(c);
            }
        }
        return best;
    }

    /** The words that weighed most, in order, those that touch made one. */
    private List<Span> spans(int question, Traits traits, Tokens tokens) {
        int[] sums = first.sums(question, traits);
        List<Integer> heaviest = new ArrayList<>();
        for (int w = 0; w < traits.words(); w++) {
            heaviest.add(w);
        }
        heaviest.sort(Comparator.comparing((Integer w) -> sums[w] - sums[w + 1]));
        List<Integer> shown = new ArrayList<>(heaviest.subList(0, Math.min(MOST_SHOWN, heaviest.size())));
        shown.sort(Comparator.naturalOrder());
        List<Span> spans = new ArrayList<>();
        int before = -2;
        for (int w : shown) {
            int start = tokens.start(traits.token(w));
            int end = tokens.end(traits.token(w));
            @Nullable Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && w == before + 1) {
                spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), end)));
            } else if (end > start) {
                spans.add(new Span(start, end));
            }
            before = w;
        }
        return spans;
    }
}
