package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.innom.conversation.Refusal;
import no.innom.conversation.RefusedException;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final List<String> FIELDS = List.of("type", "id", "text", "value", "after", "note", "to", "x");
    private static final List<Consumer<Frame>> READS = List.of(
            Frame::type,
            Frame::idIfAny,
            Frame::id,
            frame -> FIELDS.forEach(frame::textIfAny),
            frame -> frame.text("text"),
            frame -> frame.shortText("note", 40),
            frame -> frame.wordIfAny("id"),
            frame -> frame.word("x"),
            frame -> frame.flag("value", true),
            frame -> frame.number("after", 0, 0, Long.MAX_VALUE),
            frame -> frame.words("value"),
            frame -> frame.wordIn("to", "queue"),
            frame -> frame.value("value"));

    @Property(tries = 2000)
    void throwsNothingButARefusalWhateverComes(@ForAll("anything") String text) {
        refusedOrRead(text);
    }

    @Property(tries = 2000)
    void throwsNothingButARefusalWhateverTheFieldsHold(@ForAll("objects") String text) {
        refusedOrRead(text);
    }

    @Property
    void leavesNoControlCharacterAndNoLoneSurrogate(@ForAll("withOddities") String text) {
        var clean = Frame.cleaned(text);
        assertThat(clean.codePoints())
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        assertThat(Frame.cleaned(clean)).isEqualTo(clean);
    }

    @Test
    void refusesBlankTextHoweverItIsWritten() {
        for (var blank : new String[] {"", " ", "\\n\\t", "\\u00a0\\u2003", "\\u0000\\u0007 ", "\\u3000"}) {
            var frame = Frame.read("{\"type\":\"say\",\"text\":\"" + blank + "\"}");
            assertThatThrownBy(() -> frame.text("text"))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BAD_FIELD));
        }
    }

    private static void refusedOrRead(String text) {
        Frame frame;
        try {
            frame = Frame.read(text);
        } catch (RefusedException e) {
            assertThat(e.refusal()).isEqualTo(Refusal.BAD_FRAME);
            return;
        }
        for (var read : READS) {
            try {
                read.accept(frame);
            } catch (RefusedException e) {
                assertThat(e.refusal()).isIn(Refusal.BAD_FIELD, Refusal.TOO_LONG);
            }
        }
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("{}[]\":,0123456789.eE+-truefalsnl\\ud8 ")
                        .ofMaxLength(60),
                values());
    }

    @Provide
    Arbitrary<String> objects() {
        var field = Arbitraries.of(FIELDS);
        return Arbitraries.maps(field, values()).ofMaxSize(6).map(fields -> {
            var json = new StringBuilder("{\"type\":\"say\"");
            fields.forEach((name, value) ->
                    json.append(",\"").append(name).append("\":").append(value));
            return json.append('}').toString();
        });
    }

    @Provide
    Arbitrary<String> withOddities() {
        return Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(50);
    }

    private static Arbitrary<String> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "-1",
                        "1.5",
                        "1e400",
                        "-1e-400",
                        "99999999999999999999",
                        "\"\"",
                        "\" \"",
                        "{}",
                        "[]",
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "[null]",
                        "[[[]]]",
                        "{\"queue\":5}"),
                () -> Arbitraries.strings().alpha().ofMaxLength(70).map(s -> "\"" + s + "\""),
                () -> values().list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                () -> values().map(value -> "{\"queue\":" + value + "}"));
    }
}
