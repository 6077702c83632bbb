package no.innom.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The weights of one question while they are learnt: logistic regression over traits that are scaled by what they say
 * alone (Wang and Manning 2012: better than either on short texts), each weight with a step of its own (AdaGrad). The
 * order of the lessons is drawn with a fixed seed. For one thread.
 */
final class Weights {
    private static final int ROUNDS = 15;
    /**
     * So much of a lesson is left out, drawn anew each time: no trait may be leant on alone, since the next person says it
     * in other words. Found by leaving writers out.
     */
    private static final float LEFT_OUT = 0.5f;

    private static final double STEP = 0.5;
    private static final double BIAS_STEP = 0.05;
    private static final double DECAY = 1e-6;
    private static final double SMALLEST = 1e-8;
    private static final long SEED = 20261122;

    private final double[] weights;
    /** How much oftener a trait says yes than no, by itself: traits that are sure learn faster. */
    private final double[] said;

    private double bias;

    private Weights(List<Lesson> lessons, int places) {
        weights = new double[places];
        said = new double[places];
        double[] yes = new double[weights.length];
        double[] no = new double[weights.length];
        double allYes = 0;
        double allNo = 0;
        for (Lesson lesson : lessons) {
            for (int place : lesson.places()) {
                (lesson.yes() ? yes : no)[place] += lesson.weight();
            }
            allYes += lesson.yes() ? lesson.weight() * lesson.places().length : 0;
            allNo += lesson.yes() ? 0 : lesson.weight() * lesson.places().length;
        }
        double tilt = Math.log((allNo + weights.length) / (allYes + weights.length));
        for (int place = 0; place < weights.length; place++) {
            said[place] = Math.log((yes[place] + 1) / (no[place] + 1)) + tilt;
        }
    }

    /**
     * Some traits that say yes or no.
     *
     * @param places where in the table their weights stand
     * @param yes what they say
     * @param weight how much they count
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Lesson(int[] places, boolean yes, double weight) {

        static Lesson of(int question, Traits traits, int from, int to, boolean yes, double weight) {
            int bits = SecondOpinion.bits(question);
            int[] places = new int[traits.begin(to) - traits.begin(from)];
            for (int i = 0; i < places.length; i++) {
                places[i] = WeightTable.place(bits, traits.trait(traits.begin(from) + i));
            }
            return new Lesson(places, yes, weight);
        }

        private Lesson some(Random random) {
            int[] some = new int[places.length];
            int count = 0;
            for (int place : places) {
                if (random.nextFloat() >= LEFT_OUT) {
                    some[count++] = place;
                }
            }
            return new Lesson(Arrays.copyOf(some, count), yes, weight);
        }
    }

    /** @param places how many the table has */
    static Weights learn(List<Lesson> lessons, int places) {
        Weights learnt = new Weights(lessons, places);
        double[] squares = new double[learnt.weights.length];
        Random random = new Random(SEED);
        int[] order = new int[lessons.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            for (int i : order) {
                learnt.take(lessons.get(i).some(random), squares);
            }
        }
        return learnt;
    }

    private void take(Lesson lesson, double[] squares) {
        if (lesson.places().length == 0) {
            return;
        }
        double share = 1 / Math.sqrt(lesson.places().length);
        double sum = bias;
        for (int place : lesson.places()) {
            sum += weights[place] * said[place] * share;
        }
        double miss = (1 / (1 + Math.exp(-sum)) - (lesson.yes() ? 1 : 0)) * lesson.weight();
        for (int place : lesson.places()) {
            double slope = miss * share * said[place] + DECAY * weights[place];
            squares[place] += slope * slope;
            weights[place] -= STEP * slope / Math.sqrt(squares[place] + SMALLEST);
        }
        bias -= BIAS_STEP * miss;
    }

    double bias() {
        return bias;
    }

    /** What a weight of one is worth where the largest is to be 127. */
    float unit() {
        double largest = SMALLEST;
        for (int place = 0; place < weights.length; place++) {
            largest = Math.max(largest, Math.abs(weights[place] * said[place]));
        }
        return (float) (largest / Byte.MAX_VALUE);
    }

    byte[] inUnits(float unit) {
        byte[] small = new byte[weights.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = (byte) Math.round(weights[i] * said[i] / unit);
        }
        return small;
    }
}
