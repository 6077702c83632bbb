package no.innom.risk;

/**
 * Which parts of a long message are so near each other that one phrase can reach from one to the other. A message has up
 * to 64 parts, so that some of them are the bits of one number. Used once, by one thread.
 */
final class Neighbourhood {
    private static final int MOST_PARTS = 64;
    /** The smallest part has this many tokens. */
    private static final int LEAST_SHIFT = 4;

    private final int shift;
    private final int words;
    /** For each part, those near it. */
    private final long[] near;

    /**
     * @param light a bit for each token that takes none of a phrase's reach
     * @param reach how many other tokens a phrase can have at the most
     */
    Neighbourhood(long[] light, int reach) {
        words = light.length;
        shift = shift(words);
        int size = 1 << shift;
        int parts = ((words * Long.SIZE - 1) >>> shift) + 1;
        int[] opaque = new int[parts];
        for (int part = 0; part < parts; part++) {
            for (int at = part * size; at < Math.min(words * Long.SIZE, (part + 1) * size); at += Long.SIZE) {
                long here = ~light[at >>> 6] >>> at;
                opaque[part] += Long.bitCount(size < Long.SIZE ? here & (1L << size) - 1 : here);
            }
        }
        near = new long[parts];
        for (int part = 0; part < parts; part++) {
            near[part] = 1L << part;
            for (int step = -1; step <= 1; step += 2) {
                int passed = 0;
                for (int to = part + step; to >= 0 && to < parts && passed < reach; to += step) {
                    near[part] |= 1L << to;
                    passed += opaque[to];
                }
            }
        }
    }

    /** By how many bits the number of a token is shortened to that of its part, in so many rows of 64 tokens. */
    static int shift(int words) {
        int shift = LEAST_SHIFT;
        while (words * Long.SIZE - 1 >>> shift >= MOST_PARTS) {
            shift++;
        }
        return shift;
    }

    /** The parts that are near any of these. */
    long around(long parts) {
        long around = 0;
        for (long rest = parts; rest != 0; rest &= rest - 1) {
            around |= near[Long.numberOfTrailingZeros(rest)];
        }
        return around;
    }

    /** The row of the first token of these parts. */
    int from(long parts) {
        return Long.numberOfTrailingZeros(parts) << shift >>> 6;
    }

    /** The row after that of the last token of these parts, and of the place behind it. */
    int to(long parts) {
        return Math.min(words, ((Long.SIZE - Long.numberOfLeadingZeros(parts) << shift) >>> 6) + 1);
    }
}
