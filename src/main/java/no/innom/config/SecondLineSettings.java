package no.innom.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The settings of the second line, and how their texts are read. */
final class SecondLineSettings {
    static final Setting<String> CONSOLE = url("secondLine.console");
    static final Setting<String> WEBHOOK_URL = url("secondLine.webhook.url");
    static final Setting<String> WEBHOOK_SECRET = secret("secondLine.webhook.secret");
    static final Setting<String> MAIL_HOST = Setting.text("secondLine.mail.host", "");
    static final Setting<Integer> MAIL_PORT = Setting.port("secondLine.mail.port", 587);
    static final Setting<String> MAIL_USER = Setting.text("secondLine.mail.user", "");
    static final Setting<String> MAIL_PASSWORD = Setting.text("secondLine.mail.password", "");
    static final Setting<Settings.Tls> MAIL_TLS = tls("secondLine.mail.tls");
    static final Setting<String> MAIL_FROM = address("secondLine.mail.from");
    static final Setting<List<String>> MAIL_TO = addresses("secondLine.mail.to");

    static final List<Setting<?>> ALL = List.of(
            CONSOLE,
            WEBHOOK_URL,
            WEBHOOK_SECRET,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_USER,
            MAIL_PASSWORD,
            MAIL_TLS,
            MAIL_FROM,
            MAIL_TO);

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,]+@[^\\s@<>,]+");

    private SecondLineSettings() {}

    private static Setting<String> url(String path) {
        return new Setting<>(path, "", value -> {
            try {
                var uri = new URI(value);
                boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                if (value.isEmpty() || (http && uri.getHost() != null)) {
                    return value;
                }
            } catch (URISyntaxException e) {
                // Told below, without the address: it can hold a secret.
            }
            throw new IllegalArgumentException("an address that begins with https:// or http://");
        });
    }

    /** As Standard Webhooks has it: base64, with or without {@code whsec_} before it. */
    private static Setting<String> secret(String path) {
        return new Setting<>(path, "", value -> {
            var base64 = value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
            try {
                if (value.isEmpty() || Base64.getDecoder().decode(base64).length >= SHORTEST_SECRET) {
                    return base64;
                }
            } catch (IllegalArgumentException e) {
                // Told below, without the secret.
            }
            throw new IllegalArgumentException(
                    "base64 of at least " + SHORTEST_SECRET + " bytes, such as `openssl rand -base64 32` prints");
        });
    }

    private static Setting<Settings.Tls> tls(String path) {
        return new Setting<>(path, "starttls", value -> {
            for (var tls : Settings.Tls.values()) {
                if (tls.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return tls;
                }
            }
            throw new IllegalArgumentException("starttls, tls or none");
        });
    }

    private static Setting<String> address(String path) {
        return new Setting<>(path, "", value -> {
            mustBeAddress(value.isEmpty() ? "nobody@example.org" : value);
            return value;
        });
    }

    private static Setting<List<String>> addresses(String path) {
        var list = Setting.list(path);
        return new Setting<>(path, "", value -> {
            var all = list.read().apply(value);
            all.forEach(SecondLineSettings::mustBeAddress);
            return all;
        });
    }

    private static void mustBeAddress(String value) {
        if (!ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("mail addresses, such as bakvakt@kommune.example");
        }
    }
}
