package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import no.innom.publishing.Proposal;
import no.innom.publishing.ProposalBook;

/** Proposals in Redis, as {@link Keys} says. */
public final class RedisProposals implements ProposalBook {
    private final RedisLink redis;

    public RedisProposals(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Future<Optional<Proposal>> proposal(String flow) {
        return redis.ask(r -> r.hget(Keys.PROPOSALS, flow))
                .map(json -> Optional.ofNullable(json).map(one -> Json.read(one, Proposal.class)));
    }

    @Override
    public Future<Set<String>> flows() {
        return redis.ask(r -> r.hkeys(Keys.PROPOSALS)).map(Set::copyOf);
    }

    @Override
    public Future<Void> put(Proposal proposal) {
        return redis.ask(r -> r.hset(Keys.PROPOSALS, proposal.wish().flow(), Json.write(proposal)))
                .mapEmpty();
    }

    @Override
    public Future<Boolean> take(Proposal proposal) {
        return redis.<Long>run(
                        Script.TAKE,
                        ScriptOutputType.INTEGER,
                        new String[] {Keys.PROPOSALS},
                        proposal.wish().flow().getBytes(UTF_8),
                        Json.write(proposal))
                .map(done -> done == 1);
    }
}
