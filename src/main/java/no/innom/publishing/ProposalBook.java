package no.innom.publishing;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Where proposals are kept, one for each flow. May be called from an event loop; answers on the caller's context. */
public interface ProposalBook {
    /** A flow's proposal, if there is one. */
    Future<Optional<Proposal>> proposal(String flow);

    /** The flows that have one. */
    Future<Set<String>> flows();

    /** Keeps a proposal, in the place of an older one of the same flow. */
    Future<Void> put(Proposal proposal);

    /** Takes exactly this proposal away; answers false where it is another, or gone: somebody was quicker. */
    Future<Boolean> take(Proposal proposal);
}
