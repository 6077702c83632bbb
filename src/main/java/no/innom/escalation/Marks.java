package no.innom.escalation;

import io.vertx.core.Future;

/** Where marks are kept for those who mend the lexicon. */
public interface Marks {
    Future<Void> add(Mark mark);
}
