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
    static final float HAND_OVER_FROM = -1f;

    /** From which score a message is a hint. */
    static final float WATCH_FROM = -0.3f;

    /** Below which score a rule's {@code high} is no more than a hint. */
    static final float SPARE_HIGH_BELOW = -2.5f;

    /** Below which score a rule's {@code acute} is no more than a hint. */
    static final float SPARE_ACUTE_BELOW = -3f;

    /** Of how many of a message's words it must have met, before it says of any finding that they are harmless. */
    private static final double WORDS_MET = 0.7;

    /** How large the tables of the first two questions are: traits that fall on one place blur each other. */
    private static final int MANY_BITS = 21;

    /** And those of the others, which are only asked of what the first have found. */
    private static final int FEW_BITS = 19;

    private static final int STRETCH = 12;
    private static final int STEP = 6;
    private static final int LONGEST_RUN = 3;
    /** What a stretch that was cut out of its sentence must weigh more than a whole one. */
    private static final float OUT_OF_CONTEXT = 1.2f;

    private static final int MOST_SHOWN = 4;
    private static final String LEARNT = "/risk/second-opinion.bin";

    private final byte[][] weights;
    /** The first two questions, asked of every message, side by side: a weight is mostly waited for, not added. */
    private final byte[] both;

    private final float[] unit;
    private final float[] bias;
    private final Set<Integer> known;
    private final int[] met;

    /**
     * @param weights by question and trait, in units
     * @param unit what one of a question's weights is worth
     * @param known the {@link Rule#print prints} of the rules that it was learnt with
     * @param met the {@link Traits#itself traits of all words} that it was learnt from, in order
     */
    SecondOpinion(byte[][] weights, float[] unit, float[] bias, Set<Integer> known, int[] met) {
        this.weights = weights;
        this.both = new byte[2 * size(WATCH)];
        for (int i = 0; i < size(WATCH); i++) {
            both[2 * i] = weights[HAND_OVER][i];
            both[2 * i + 1] = weights[WATCH][i];
        }
        this.unit = unit;
        this.bias = bias;
        // In order, so that the same is always written the same.
        this.known = new TreeSet<>(known);
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
        byte[][] weights = new byte[QUESTIONS][];
        float[] unit = new float[QUESTIONS];
        float[] bias = new float[QUESTIONS];
        for (int q = 0; q < QUESTIONS; q++) {
            unit[q] = in.readFloat();
            bias[q] = in.readFloat();
            weights[q] = new byte[size(q)];
            in.readFully(weights[q]);
        }
        Set<Integer> known = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            known.add(in.readInt());
        }
        int[] met = new int[in.readInt()];
        for (int i = 0; i < met.length; i++) {
            met[i] = in.readInt();
        }
        return new SecondOpinion(weights, unit, bias, known, met);
    }

    void write(DataOutputStream out) throws IOException {
        for (int q = 0; q < QUESTIONS; q++) {
            out.writeFloat(unit[q]);
            out.writeFloat(bias[q]);
            out.write(weights[q]);
        }
        out.writeInt(known.size());
        for (int print : known) {
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
        List<int[]> runs = runs(traits);
        List<int[]> stretches = stretches(traits);
        float[][] sums = sumsOfBoth(traits);
        float score = score(HAND_OVER, traits, sums[HAND_OVER], runs, stretches);
        if (found) {
            return score >= (rules.level() == Level.ACUTE ? SPARE_ACUTE_BELOW : SPARE_HIGH_BELOW) || !knows(traits)
                    ? rules
                    : new Finding(Level.WATCH, rules.category(), rules.spans(), named(rules));
        }
        boolean handsOver = score >= HAND_OVER_FROM;
        if (!handsOver
                && (rules.level() == Level.WATCH || score(WATCH, traits, sums[WATCH], runs, stretches) < WATCH_FROM)) {
            return rules;
        }
        Level level = !handsOver ? Level.WATCH : score(ACUTE, traits) > 0 ? Level.ACUTE : Level.HIGH;
        Category category = rules.category() == null ? category(traits) : rules.category();
        List<Span> spans =
                rules.spans().isEmpty() ? spans(handsOver ? HAND_OVER : WATCH, traits, tokens) : rules.spans();
        return new Finding(level, category, spans, named(rules));
    }

    /** Only what was learnt together with these very rules: one that was written or changed since is somebody's decision. */
    private boolean maySpare(Finding found, Lexicon lexicon) {
        return found.rules().stream()
                .map(lexicon::rule)
                .allMatch(rule -> rule != null && !rule.firm() && known.contains(rule.print()));
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

    /**
     * The highest score of any sentences that follow each other, so that what is said before or after takes nothing away;
     * and, a little less, of any dozen words of a long sentence, for those who write without full stops.
     */
    float score(int question, Traits traits) {
        return score(question, traits, sums(question, traits), runs(traits), stretches(traits));
    }

    private float score(int question, Traits traits, float[] sums, List<int[]> runs, List<int[]> stretches) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int[] run : runs) {
            highest = Math.max(highest, score(question, traits, sums, run[0], run[1]));
        }
        for (int[] stretch : stretches) {
            highest = Math.max(highest, score(question, traits, sums, stretch[0], stretch[1]) - OUT_OF_CONTEXT);
        }
        return highest;
    }

    /** The sentences of a message, and every few of them that follow each other. */
    static List<int[]> runs(Traits traits) {
        List<int[]> sentences = sentences(traits);
        List<int[]> all = new ArrayList<>();
        for (int first = 0; first < sentences.size(); first++) {
            for (int last = first; last < Math.min(sentences.size(), first + LONGEST_RUN); last++) {
                all.add(new int[] {sentences.get(first)[0], sentences.get(last)[1]});
            }
        }
        return all;
    }

    /** In a long sentence, every dozen words, each half of them twice. */
    static List<int[]> stretches(Traits traits) {
        List<int[]> all = new ArrayList<>();
        for (int[] sentence : sentences(traits)) {
            if (sentence[1] - sentence[0] > STRETCH + 2) {
                for (int w = sentence[0]; w < sentence[1] - STEP; w += STEP) {
                    all.add(new int[] {w, Math.min(sentence[1], w + STRETCH)});
                }
            }
        }
        return all;
    }

    private static List<int[]> sentences(Traits traits) {
        List<int[]> all = new ArrayList<>();
        int words = traits.words();
        int first = 0;
        for (int w = 1; w <= words; w++) {
            if (w == words || traits.sentence(w) != traits.sentence(first)) {
                all.add(new int[] {first, w});
                first = w;
            }
        }
        return all;
    }

    /** How many places a question's table has. */
    static int size(int question) {
        return 1 << bits(question);
    }

    /** Where in a question's table a trait's weight stands. */
    static int place(int question, int trait) {
        return (trait * 0x9E3779B1) >>> (32 - bits(question));
    }

    private static int bits(int question) {
        return question <= WATCH ? MANY_BITS : FEW_BITS;
    }

    private float[][] sumsOfBoth(Traits traits) {
        float[] handOver = new float[traits.words() + 1];
        float[] watch = new float[traits.words() + 1];
        int first = 0;
        int second = 0;
        for (int w = 0; w < traits.words(); w++) {
            for (int i = traits.begin(w); i < traits.begin(w + 1); i++) {
                int place = 2 * place(WATCH, traits.trait(i));
                first += both[place];
                second += both[place + 1];
            }
            handOver[w + 1] = first;
            watch[w + 1] = second;
        }
        return new float[][] {handOver, watch};
    }

    private float[] sums(int question, Traits traits) {
        byte[] table = weights[question];
        float[] sums = new float[traits.words() + 1];
        int sum = 0;
        for (int w = 0; w < traits.words(); w++) {
            for (int i = traits.begin(w); i < traits.begin(w + 1); i++) {
                sum += table[place(question, traits.trait(i))];
            }
            sums[w + 1] = sum;
        }
        return sums;
    }

    private float score(int question, Traits traits, float[] sums, int from, int to) {
        int count = traits.begin(to) - traits.begin(from);
        return bias[question] + unit[question] * (sums[to] - sums[from]) / (float) Math.sqrt(Math.max(1, count));
    }

    private Category category(Traits traits) {
        Category best = Category.SUICIDE;
        float highest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < CATEGORIES.size(); c++) {
            float score = score(CATEGORY + c, traits);
            if (score > highest) {
                highest = score;
                best = CATEGORIES.get(c);
            }
        }
        return best;
    }

    /** The words that weighed most, in order, those that touch made one. */
    private List<Span> spans(int question, Traits traits, Tokens tokens) {
        float[] sums = sums(question, traits);
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
