package no.innom.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ChatCipherTest {
    private static final byte[] TEXT = "jeg har aldri sagt dette til noen".getBytes(UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = MasterKey.read(MasterKey.draw(random));
    private final ChatId chat = ChatId.draw(random);
    private final ChatCipher cipher = master.newChat(chat, random);

    @Test
    void opensWhatItHasSealedAlsoAfterItsKeyWasWrapped() {
        var sealed = cipher.seal("7", TEXT);
        assertThat(cipher.open("7", sealed)).isEqualTo(TEXT);
        assertThat(master.unwrap(chat, cipher.wrapped()).open("7", sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed, UTF_8)).doesNotContain("aldri");
    }

    @Test
    void sealsTheSameTextAnewEachTime() {
        assertThat(cipher.seal("7", TEXT)).isNotEqualTo(cipher.seal("7", TEXT));
    }

    @Test
    void doesNotOpenWhatWasMovedToAnotherPlaceOrChat() {
        var sealed = cipher.seal("7", TEXT);
        assertBroken(() -> cipher.open("8", sealed));
        assertBroken(() -> cipher.open("note/7", sealed));
        assertBroken(() -> master.newChat(chat, random).open("7", sealed));
        // The very same key, wrapped for this chat, is not taken for another.
        assertBroken(() -> master.unwrap(ChatId.draw(random), cipher.wrapped()));
    }

    @Test
    void doesNotOpenWhatWasChangedOrCut() {
        var sealed = cipher.seal("7", TEXT);
        for (int at : new int[] {0, 11, 12, sealed.length - 1}) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertBroken(() -> cipher.open("7", changed));
        }
        for (int length : new int[] {0, 5, 12, 20, sealed.length - 1}) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertBroken(() -> cipher.open("7", cut));
        }
    }

    @Test
    void isOfNoUseWithAnotherMasterKey() {
        var other = MasterKey.read(MasterKey.draw(random));
        assertBroken(() -> other.unwrap(chat, cipher.wrapped()));
    }

    @Test
    void refusesAMasterKeyThatIsNoneWithoutShowingIt() {
        for (var wrong :
                new String[] {"", "c2hvcnQ=", "not base64!", Base64.getEncoder().encodeToString(new byte[33])}) {
            assertThatThrownBy(() -> MasterKey.read(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(
                            e -> assertThat(wrong.isEmpty() || !e.getMessage().contains(wrong))
                                    .isTrue());
        }
        var drawn = MasterKey.draw(random);
        assertThat(MasterKey.read(drawn + "\n").toString()).doesNotContain(drawn);
        assertThat(cipher.toString()).doesNotContain(Base64.getEncoder().encodeToString(cipher.wrapped()));
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(SealBrokenException.class);
    }
}
