package no.innom.duty;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where staff, their sessions and their tries to log in are kept. May be called from an event loop; answers on the caller's context. */
public interface StaffBook {
    Future<Optional<Staff>> find(String user);

    /** Adds somebody; answers false, and changes nothing, when the user exists. */
    Future<Boolean> add(Staff staff);

    /** Writes somebody over. Their sessions end when they are disabled or have a new password. */
    Future<Void> put(Staff staff);

    /** Everybody, by user. */
    Future<List<Staff>> all();

    /** Opens a session; answers its secret, of which only a hash is kept. */
    Future<String> openSession(String user, Duration lifetime);

    /** Who the session belongs to, if it is open and its owner is not disabled. */
    Future<Optional<Staff>> session(String secret);

    Future<Void> closeSession(String secret);

    /**
     * Counts a try to log in, before it is known how it ends: tries at the same moment cannot slip past the limit.
     * Answers how many there were since the first, which is forgotten after the window.
     *
     * @param by whose tries: a user, or a computer as {@link #knowComputer} named it
     */
    Future<Long> countTry(String by, Duration window);

    Future<Void> forgetTries(String by);

    /** Answers a secret by which the computer that this user has logged in from is known again; only a hash is kept. */
    Future<String> knowComputer(String user, Duration lifetime);

    /** A name for the computer that bears the secret, if this user has logged in from it with their password of now. */
    Future<Optional<String>> computer(String secret, String user);

    /** Whether a one-time code of the user is new; from now on it is not. */
    Future<Boolean> useCode(String user, long step);
}
