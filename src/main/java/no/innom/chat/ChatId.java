package no.innom.chat;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A chat's public name. It means nothing and says nothing about the visitor.
 *
 * <p>Its first letter is the chat's <em>house</em>: one of sixteen. All that is stored about a chat lies in its house,
 * next to the house's own queue, so that one Redis script can write a message and queue the chat, also in a Cluster.
 *
 * @param value 20 letters and digits, the first a hexadecimal digit
 */
public record ChatId(String value) {
    /** Every house there is. Changing them would move stored chats: never. */
    public static final List<String> HOUSES =
            IntStream.range(0, 16).mapToObj(Integer::toHexString).toList();

    private static final int LENGTH = 20;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f][a-z0-9]{" + (LENGTH - 1) + "}");

    /** @throws IllegalArgumentException when the value cannot be a chat's name */
    public ChatId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a chat's id");
        }
    }

    /** A new name, about 99 random bits. */
    public static ChatId draw(SecureRandom random) {
        var name = new StringBuilder(LENGTH).append(HOUSES.get(random.nextInt(HOUSES.size())));
        while (name.length() < LENGTH) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new ChatId(name.toString());
    }

    /** Whether a stranger's word could be a chat's name. */
    public static boolean fits(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The house that the chat lives in, one of {@link #HOUSES}. */
    public String house() {
        return value.substring(0, 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
