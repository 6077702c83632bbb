package no.innom.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChatKeyTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void opensWhatItWasDrawnForAndNothingElse() {
        var key = ChatKey.draw(ChatId.draw(random), random);
        assertThat(key.opens(key.hash())).isTrue();
        assertThat(ChatKey.read(key.wire())).contains(key);
        var other = ChatKey.draw(key.chat(), random);
        assertThat(other.opens(key.hash())).isFalse();
        // The same secret for another chat is another key.
        assertThat(new ChatKey(ChatId.draw(random), key.secret()).opens(key.hash()))
                .isFalse();
    }

    @Test
    void hasAtLeast128RandomBitsAndNeverComesTwice() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var key = ChatKey.draw(ChatId.draw(random), random);
            assertThat(key.secret()).matches("[A-Za-z0-9_-]{32}");
            assertThat(seen.add(key.secret())).isTrue();
            assertThat(seen.add(key.chat().value())).isTrue();
        }
    }

    @Test
    void showsNeitherItsSecretNorItsHash() {
        var key = ChatKey.draw(ChatId.draw(random), random);
        assertThat(key.toString()).doesNotContain(key.secret()).doesNotContain(key.hash());
        assertThat(key.hash()).doesNotContain(key.secret());
    }

    @Property
    void readsAnythingWithoutFailing(@ForAll String anything) {
        assertThat(ChatKey.read(anything)).isNotNull();
        assertThat(ChatKey.read("0aaaaaaaaaaaaaaaaaaa." + anything)).isNotNull();
    }

    @Property
    void takesNothingForAnIdThatIsNone(@ForAll String anything) {
        if (!ChatId.fits(anything)) {
            assertThatThrownBy(() -> new ChatId(anything)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void livesInOneOfSixteenHouses() {
        for (int i = 0; i < 200; i++) {
            assertThat(ChatId.HOUSES).contains(ChatId.draw(random).house());
        }
        assertThat(ChatId.HOUSES).hasSize(16);
    }
}
