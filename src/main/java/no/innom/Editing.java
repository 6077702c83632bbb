package no.innom;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Function;
import no.innom.chat.ChatStore;
import no.innom.config.Settings;
import no.innom.conversation.Rehearsal;
import no.innom.duty.OnDuty;
import no.innom.duty.StaffBook;
import no.innom.escalation.Queues;
import no.innom.flow.Alarm;
import no.innom.publishing.Checks;
import no.innom.publishing.Papers;
import no.innom.publishing.Publisher;
import no.innom.publishing.Shelf;
import no.innom.publishing.Templates;
import no.innom.publishing.VersionBook;
import no.innom.redis.RedisDrafts;
import no.innom.redis.RedisLink;
import no.innom.redis.RedisPanel;
import no.innom.redis.RedisPresence;
import no.innom.redis.RedisProposals;
import no.innom.redis.RedisRecord;
import no.innom.redis.RedisVersions;
import no.innom.web.editor.EditorRoutes;
import no.innom.web.editor.Workbench;

/** Puts the flow editor together. */
final class Editing {
    private Editing() {}

    /**
     * @param paperBook the versions of the files of settings, of which {@code papers} is the mirror
     * @param alarm what the free texts of examples come to
     */
    static EditorRoutes routes(
            Vertx vertx,
            RedisLink redis,
            Shelf shelf,
            VersionBook paperBook,
            Papers papers,
            Queues queues,
            Settings settings,
            OnDuty onDuty,
            StaffBook staff,
            ChatStore chats,
            Function<Rehearsal.Scene, Rehearsal> rehearsals,
            Alarm alarm,
            InstantSource clock) {
        var drafts = new RedisDrafts(redis, clock);
        var record = new RedisRecord(redis);
        var checks = new Checks(
                shelf,
                papers::directory,
                papers::words,
                papers::hours,
                queues.all().keySet(),
                alarm,
                clock);
        var bench = new Workbench(
                vertx,
                shelf,
                drafts,
                new RedisProposals(redis),
                new RedisPresence(redis, clock),
                new RedisPanel(redis, clock),
                record,
                checks,
                new Publisher(new RedisVersions(redis), shelf, drafts, record, clock),
                new Templates(settings.flowsDir().resolve("maler")),
                queues,
                papers::hours,
                onDuty,
                staff,
                chats,
                rehearsals,
                settings.publishing().secondEyes(),
                clock);
        return new EditorRoutes(bench, paperBook, papers);
    }
}
