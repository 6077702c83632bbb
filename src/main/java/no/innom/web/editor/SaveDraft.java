package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Draft;
import no.innom.publishing.DraftBook;

/** {@code PUT /api/flows/ID/draft}: saves as somebody types; never over what another editor has saved since. */
record SaveDraft(Workbench bench) implements Call.Handler {
    /** A checked flow has at most 256 KiB; what is too long on its way there is kept all the same. */
    private static final int MOST_CHARACTERS = 400 * 1024;

    @Override
    public Future<?> handle(Call call) {
        var body = call.body();
        var flow = call.flow();
        var text = text(body);
        var draft = new Draft(
                flow,
                text,
                body.number("rev", 0, 0, Long.MAX_VALUE),
                (int) body.number("base", 0, 0, Integer.MAX_VALUE),
                call.staff().user(),
                bench.clock().instant());
        return bench.drafts().save(draft).compose(saved -> {
            if (saved instanceof DraftBook.Saved.Done done) {
                return noted(draft, done)
                        .compose(v -> call.json(200, Call.object().put("rev", done.rev())));
            }
            throw saved instanceof DraftBook.Saved.Conflict conflict ? conflict(conflict.theirs()) : full();
        });
    }

    /** A text that is to be kept; refused where it could not be. */
    static String text(Body body) {
        var text = body.text("text");
        if (text.length() > MOST_CHARACTERS) {
            throw new RefusedCallException(
                    413,
                    "Too large",
                    "A flow may have 256 KiB. Nothing was changed; the last draft that was saved is still there.");
        }
        return text;
    }

    static RefusedCallException conflict(Draft theirs) {
        var more = Call.object();
        more.set("theirs", ReadFlow.draft(theirs));
        return new RefusedCallException(
                409,
                "Saved by somebody else",
                theirs.by() + " has saved this flow since you opened it. Nothing of yours or theirs is lost:"
                        + " look at both and keep what is right.",
                more);
    }

    static RefusedCallException full() {
        return new RefusedCallException(
                409, "Too many drafts", "There are 500 drafts. Publish one or throw one away first.");
    }

    /** A draft is noted when somebody begins to write, not at each letter. */
    private Future<Void> noted(Draft draft, DraftBook.Saved.Done done) {
        return draft.by().equals(done.before())
                ? Future.succeededFuture()
                : bench.note(new ChangeRecord.Entry(
                        draft.at(), draft.by(), ChangeRecord.What.DRAFT, draft.flow(), null, ""));
    }
}
