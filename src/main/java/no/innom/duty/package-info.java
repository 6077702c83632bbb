/**
 * The people on duty: who they are, what they may do, whether they are here, and when the service expects them.
 *
 * <p>What must be stored (staff, sessions, shifts) is described by interfaces; the adapters are in {@code redis}.
 * May import {@code yaml}. Everything is safe for any thread unless it says otherwise.
 */
@NullMarked
package no.innom.duty;

import org.jspecify.annotations.NullMarked;
