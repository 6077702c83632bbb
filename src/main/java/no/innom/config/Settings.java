package no.innom.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings as {@code design/commands.md} fixes them, each checked. Secrets never print. */
public record Settings(
        Http http,
        Http management,
        List<String> origins,
        Redis redis,
        Path dataDir,
        Path confDir,
        Path flowsDir,
        FlowNames flows,
        Publishing publishing,
        Chats chat,
        Duty duty,
        Limits limits,
        List<Duration> escalationSteps,
        SecondLine secondLine) {

    /** An address to listen on; port 0 takes a free one. */
    public record Http(String host, int port) {}

    /**
     * The store.
     *
     * @param url empty for the built-in Redis
     * @param masterKey base64 of 32 bytes; null when none is given
     */
    public record Redis(String url, @Nullable String masterKey) {
        /** Whether Innom starts a Redis of its own. */
        public boolean builtIn() {
            return url.isEmpty();
        }

        /** Shows neither the key nor the URL, which can hold a password. */
        @Override
        public String toString() {
            return "Redis[builtIn=" + builtIn() + "]";
        }
    }

    /** Which flow opens a chat, may be offered while waiting, runs when nobody is on duty, ends a chat. */
    public record FlowNames(String first, String waiting, String closed, String closing) {}

    /**
     * How the service publishes.
     *
     * @param secondEyes whether what one editor wants to publish waits until another approves it
     */
    public record Publishing(boolean secondEyes) {}

    /**
     * How long a chat lives.
     *
     * @param retention how long the text is kept after the last word
     * @param idle a chat without a word for so long is closed
     */
    public record Chats(Duration retention, Duration idle) {}

    /**
     * What holds for staff.
     *
     * @param lease how long a person may be gone before their chats are put back
     * @param capacity chats one person holds when they name no other number
     */
    public record Duty(Duration lease, int capacity) {}

    /**
     * What one visitor may send of frames that store something.
     *
     * @param rate frames a second
     * @param burst frames at once beyond the rate
     */
    public record Limits(int rate, int burst) {}

    /**
     * Who is called outside when nobody comes.
     *
     * @param console where those who are called log in; empty when they are not told
     */
    public record SecondLine(String console, Webhook webhook, Mail mail) {}

    /**
     * A call as an HTTP request.
     *
     * @param url empty for none; it can hold a secret
     * @param secret base64 of the key that signs it
     */
    public record Webhook(String url, String secret) {
        /** Shows neither. */
        @Override
        public String toString() {
            return "Webhook[set=" + !url.isEmpty() + "]";
        }
    }

    /** How mail is kept from others on its way to the mail server. */
    public enum Tls {
        /** The line is made secret after it is opened; nothing is sent where it cannot be. */
        STARTTLS,
        /** The line is secret from its beginning. */
        TLS,
        /** Open, for a mail server on the same machine. */
        NONE
    }

    /**
     * A call as a mail.
     *
     * @param to empty for none
     * @param user empty where the mail server asks for none
     */
    public record Mail(String host, int port, String user, String password, Tls tls, String from, List<String> to) {
        /** Shows no password and nobody's address. */
        @Override
        public String toString() {
            return "Mail[host=" + host + ", to=" + to.size() + "]";
        }
    }
}
