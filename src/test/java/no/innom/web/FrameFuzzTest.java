package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.innom.conversation.RefusedException;

/** Whatever comes in on a socket, it is a frame or it is refused. */
class FrameFuzzTest {
    private static final List<String> FIELDS = List.of("id", "text", "key", "value", "after", "nickname");

    /** A way to read a field. */
    private interface Reader {
        Object read(String field);
    }

    @FuzzTest(maxDuration = "2m")
    void readsOrRefuses(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Frame frame;
        try {
            frame = Frame.read(text);
        } catch (RefusedException e) {
            return;
        }
        assertThat(frame.type()).isNotNull();
        for (String field : FIELDS) {
            for (Reader reader : List.<Reader>of(
                    f -> frame.text(f),
                    f -> frame.shortText(f, 30),
                    f -> frame.value(f),
                    f -> frame.words(f),
                    f -> frame.flag(f, false),
                    f -> frame.number(f, 0, 0, 100),
                    f -> frame.wordIn(f, "id"))) {
                try {
                    Object read = reader.read(field);
                    if (read instanceof String written) {
                        assertThat(written.codePointCount(0, written.length())).isLessThanOrEqualTo(Frame.MOST_TEXT);
                        assertThat(written.codePoints()
                                        .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
                                .isEmpty();
                    }
                } catch (RefusedException e) {
                    assertThat(e.getMessage()).doesNotContain("Exception");
                }
            }
        }
    }
}
