package no.innom.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets of cases, where a case says for each of several things which of its few values it has: what has been
 * answered so far, for instance. A set is a number; the same set always has the same number. There may be
 * astronomically many cases in a set: it is kept as a decision diagram (Bryant 1986, with more than two values
 * a level), so that a checker can be exact without walking them one by one. Not thread-safe.
 */
final class Cases {

    /** The set without a case. */
    static final int NONE = 0;

    /** The set of every case. */
    static final int ALL = 1;

    /** Nodes before a diagram counts as too large; a flow that people can read stays far below. */
    static final int MAX_NODES = 200_000;

    /** Thrown where a flow is too intertwined to be checked in a bounded time. */
    @SuppressWarnings("serial")
    static final class TooManyException extends RuntimeException {
        TooManyException() {
            super("too many cases", null, false, false);
        }
    }

    private static final class Node {
        final int level;
        final int[] children;

        Node(int level, int[] children) {
            this.level = level;
            this.children = children;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && node.level == level && Arrays.equals(node.children, children);
        }

        @Override
        public int hashCode() {
            return 31 * level + Arrays.hashCode(children);
        }
    }

    private static final int UNION = 0;
    private static final int COMMON = 1;
    private static final int WITHOUT = 2;

    private final int[] sizes;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Map<Long, Integer>> results = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final Map<Long, Integer> forgotten = new HashMap<>();

    /** @param sizes how many values each thing has */
    Cases(int... sizes) {
        this.sizes = sizes.clone();
        Node leaf = new Node(sizes.length, new int[0]);
        nodes.add(leaf);
        nodes.add(leaf);
    }

    /** The cases in which a thing has one of the given values. */
    int where(int level, boolean[] values) {
        int[] children = new int[sizes[level]];
        for (int i = 0; i < children.length; i++) {
            children[i] = values[i] ? ALL : NONE;
        }
        return node(level, children);
    }

    /** The cases in which a thing has the given value. */
    int where(int level, int value) {
        boolean[] values = new boolean[sizes[level]];
        values[value] = true;
        return where(level, values);
    }

    int union(int a, int b) {
        return combine(UNION, a, b);
    }

    int common(int a, int b) {
        return combine(COMMON, a, b);
    }

    /** The cases of one set that are not in the other. */
    int without(int a, int b) {
        return combine(WITHOUT, a, b);
    }

    /** The cases that are in the set but for the value of one thing: it may be any. */
    int forget(int set, int level) {
        if (set <= ALL || nodes.get(set).level > level) {
            return set;
        }
        long key = key(set, level);
        Integer known = forgotten.get(key);
        if (known != null) {
            return known;
        }
        Node node = nodes.get(set);
        int result;
        if (node.level == level) {
            result = NONE;
            for (int child : node.children) {
                result = union(result, child);
            }
        } else {
            int[] children = new int[node.children.length];
            for (int i = 0; i < children.length; i++) {
                children[i] = forget(node.children[i], level);
            }
            result = node(node.level, children);
        }
        forgotten.put(key, result);
        return result;
    }

    /** One case of a set that is not empty: the value of each thing that matters, -1 for one that does not. */
    int[] one(int set) {
        int[] values = new int[sizes.length];
        Arrays.fill(values, -1);
        int at = set;
        while (at > ALL) {
            Node node = nodes.get(at);
            int value = 0;
            while (node.children[value] == NONE) {
                value++;
            }
            values[node.level] = value;
            at = node.children[value];
        }
        return values;
    }

    /** Both numbers in one, spread so that neighbours do not crowd a hash table (an odd factor loses nothing). */
    private static long key(int a, int b) {
        return (((long) a << 32) | b) * 0x9E3779B97F4A7C15L;
    }

    private int combine(int operation, int a, int b) {
        if (operation == WITHOUT) {
            if (a == NONE || b == ALL || a == b) {
                return NONE;
            }
            if (b == NONE) {
                return a;
            }
        } else {
            int absorbing = operation == UNION ? ALL : NONE;
            if (a == absorbing || b == absorbing) {
                return absorbing;
            }
            if (a == 1 - absorbing || a == b) {
                return b;
            }
            if (b == 1 - absorbing) {
                return a;
            }
        }
        boolean turn = operation != WITHOUT && a > b;
        long key = turn ? key(b, a) : key(a, b);
        Map<Long, Integer> known = results.get(operation);
        Integer result = known.get(key);
        if (result == null) {
            int level = Math.min(nodes.get(a).level, nodes.get(b).level);
            int[] children = new int[sizes[level]];
            for (int i = 0; i < children.length; i++) {
                children[i] = combine(operation, child(a, level, i), child(b, level, i));
            }
            result = node(level, children);
            known.put(key, result);
        }
        return result;
    }

    private int child(int set, int level, int value) {
        Node node = nodes.get(set);
        return node.level == level ? node.children[value] : set;
    }

    private int node(int level, int[] children) {
        boolean same = true;
        for (int child : children) {
            same &= child == children[0];
        }
        if (same) {
            return children[0];
        }
        Node node = new Node(level, children);
        Integer number = numbers.get(node);
        if (number == null) {
            if (nodes.size() >= MAX_NODES) {
                throw new TooManyException();
            }
            number = nodes.size();
            nodes.add(node);
            numbers.put(node, number);
        }
        return number;
    }
}
