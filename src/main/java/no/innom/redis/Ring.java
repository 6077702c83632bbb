package no.innom.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A bell as it goes over the channel: its number in its house, the house, and who rings, before what is said. Each node
 * hears its own bells too, and only counts them: what is said is not read then.
 */
final class Ring {
    private static final String UNCOUNTED = "0 ";
    private static final byte SPACE = ' ';

    private final byte[] bytes;
    private final long number;
    private final String house;
    private final String node;
    private final int said;

    /** Reads what came over the channel. */
    Ring(byte[] bytes) {
        this.bytes = bytes;
        int afterNumber = space(bytes, 0);
        int afterHouse = space(bytes, afterNumber + 1);
        int afterNode = space(bytes, afterHouse + 1);
        number = Long.parseLong(new String(bytes, 0, afterNumber, US_ASCII));
        house = new String(bytes, afterNumber + 1, afterHouse - afterNumber - 1, US_ASCII);
        node = new String(bytes, afterHouse + 1, afterNode - afterHouse - 1, US_ASCII);
        said = afterNode + 1;
    }

    /** What a script is to ring, which puts the number and a space before it. */
    static byte[] write(String house, String node, Bell bell) {
        return write("", house, node, bell);
    }

    /** A bell that nobody needs to make up for: it has no number. */
    static byte[] uncounted(String house, String node, Bell bell) {
        return write(UNCOUNTED, house, node, bell);
    }

    private static byte[] write(String number, String house, String node, Bell bell) {
        var head = (number + house + " " + node + " ").getBytes(US_ASCII);
        var json = Json.write(bell);
        var all = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, all, head.length, json.length);
        return all;
    }

    /** The number of this bell in its house; 0 for one that is not counted. */
    long number() {
        return number;
    }

    String house() {
        return house;
    }

    /** Who rings: that node has told its own listeners already. */
    String node() {
        return node;
    }

    Bell bell() {
        return Json.read(Arrays.copyOfRange(bytes, said, bytes.length), Bell.class);
    }

    private static int space(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != SPACE) {
            at++;
        }
        return at;
    }
}
