package no.innom.secondline;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import no.innom.config.Settings;
import no.innom.config.Texts;
import no.innom.escalation.SecondLine;

/** A mail by SMTP, in the service's first language. */
final class Mail implements Way {
    private static final int CONNECT_MS = 3000;
    private static final int IDLE_SECONDS = (int) SecondLine.LONGEST_CALL.toSeconds();
    private static final int MOST_CONNECTIONS = 4;

    private final MailClient mail;
    private final Settings.Mail settings;
    private final String console;
    private final Texts texts;
    private final DateTimeFormatter time;

    /** @param zone the service's own, for the time of day that the mail names */
    Mail(Vertx vertx, Settings.Mail settings, String console, Texts texts, ZoneId zone) {
        var config = new MailConfig(settings.host(), settings.port())
                .setSsl(settings.tls() == Settings.Tls.TLS)
                .setStarttls(
                        settings.tls() == Settings.Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(settings.user().isEmpty() ? LoginOption.DISABLED : LoginOption.REQUIRED)
                // One address that is refused must not keep the mail from the others.
                .setAllowRcptErrors(true)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MS)
                .setIdleTimeout(IDLE_SECONDS);
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user()).setPassword(settings.password());
        }
        this.mail = MailClient.create(vertx, config);
        this.settings = settings;
        this.console = console;
        this.texts = texts;
        this.time = DateTimeFormatter.ofPattern("HH.mm").withZone(zone);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Future<Void> send(SecondLine.Call call) {
        var language = texts.speak(null);
        var text = texts.get(language, "second-line-mail")
                .replace("{queue}", call.queue())
                .replace("{since}", time.format(call.since()))
                .replace("{console}", console.isEmpty() ? "/vakt" : console);
        var message = new MailMessage()
                .setFrom(settings.from())
                .setTo(settings.to())
                .setSubject(texts.get(language, subject(call)))
                .setText(text)
                // The same call sent twice is shown once where the reader's mail program knows how.
                .addHeader("Message-ID", "<" + call.id() + "@innom>")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Importance", "high");
        return mail.sendMail(message)
                .recover(e -> Future.failedFuture(
                        e instanceof SMTPException smtp
                                ? new NotTakenException("the mail server answered " + smtp.getReplyCode())
                                : e))
                .mapEmpty();
    }

    private static String subject(SecondLine.Call call) {
        return switch (call.level()) {
            case "acute" -> "second-line-acute";
            case "high" -> "second-line-high";
            default -> "second-line-other";
        };
    }
}
