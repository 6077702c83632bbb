package no.innom.duty;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where staff and their sessions are kept. May be called from an event loop; answers on the caller's context. */
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

    /** Counts a failed login; answers how many there were for that user within the window. */
    Future<Long> countFailure(String user, Duration window);

    /** How many failed logins there were for the user within the window. */
    Future<Long> failures(String user);

    Future<Void> forgetFailures(String user);
}
