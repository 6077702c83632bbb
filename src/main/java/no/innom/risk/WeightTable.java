package no.innom.risk;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * The weights of some questions that are asked of the same messages, by trait, those of one trait side by side: a weight
 * is mostly waited for, not added. Traits that fall on one place blur each other. Immutable; any thread.
 */
final class WeightTable {
    private final int bits;
    private final float[] unit;
    private final float[] bias;
    private final byte[] weights;

    private WeightTable(int bits, float[] unit, float[] bias, byte[] weights) {
        this.bits = bits;
        this.unit = unit;
        this.bias = bias;
        this.weights = weights;
    }

    /**
     * What was learnt, a table of it.
     *
     * @param bits how many bits the number of a place has
     * @param questions what was learnt for each, with that many places
     */
    static WeightTable of(int bits, List<Weights> questions) {
        int wide = questions.size();
        float[] unit = new float[wide];
        float[] bias = new float[wide];
        byte[] weights = new byte[wide << bits];
        for (int q = 0; q < wide; q++) {
            unit[q] = questions.get(q).unit();
            bias[q] = (float) questions.get(q).bias();
            byte[] its = questions.get(q).inUnits(unit[q]);
            for (int place = 0; place < its.length; place++) {
                weights[place * wide + q] = its[place];
            }
        }
        return new WeightTable(bits, unit, bias, weights);
    }

    static WeightTable read(DataInputStream in) throws IOException {
        int bits = in.readInt();
        int wide = in.readInt();
        float[] unit = new float[wide];
        float[] bias = new float[wide];
        for (int q = 0; q < wide; q++) {
            unit[q] = in.readFloat();
            bias[q] = in.readFloat();
        }
        byte[] weights = new byte[wide << bits];
        in.readFully(weights);
        return new WeightTable(bits, unit, bias, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(bits);
        out.writeInt(unit.length);
        for (int q = 0; q < unit.length; q++) {
            out.writeFloat(unit[q]);
            out.writeFloat(bias[q]);
        }
        out.write(weights);
    }

    /** Where in a table of that many bits a trait's weights stand. */
    static int place(int bits, int trait) {
        return (trait * 0x9E3779B1) >>> (32 - bits);
    }

    /** What all traits before each word weigh to a question, and at last what all of the message do; in units. */
    int[] sums(int question, Traits traits) {
        int wide = unit.length;
        int[] sums = new int[traits.words() + 1];
        int sum = 0;
        for (int w = 0; w < traits.words(); w++) {
            for (int i = traits.begin(w); i < traits.begin(w + 1); i++) {
                sum += weights[place(bits, traits.trait(i)) * wide + question];
            }
            sums[w + 1] = sum;
        }
        return sums;
    }

    /** The score of a stretch of words, from a word on and up to another, of which the sums are known. */
    float score(int question, Traits traits, int[] sums, int from, int to) {
        int count = traits.begin(to) - traits.begin(from);
        return bias[question] + unit[question] * (sums[to] - sums[from]) / (float) Math.sqrt(Math.max(1, count));
    }
}
