package no.innom.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A staff member.
 *
 * @param user what they log in with
 * @param name what visitors see
 * @param password its slow hash, by {@link Passwords}
 * @param totp the secret of their one-time codes in base32, or null when they have none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Staff(
        String user,
        String name,
        Set<Role> roles,
        String password,
        boolean disabled,
        @Nullable String totp) {

    /** With a new password, which also lets in again who was shut out. */
    public Staff withPassword(String hash) {
        return new Staff(user, name, roles, hash, false, totp);
    }

    public Staff withTotp(@Nullable String secret) {
        return new Staff(user, name, roles, password, disabled, secret);
    }

    public Staff asDisabled() {
        return new Staff(user, name, roles, password, true, totp);
    }

    /** Names nobody's secrets. */
    @Override
    public String toString() {
        return "Staff[" + user + "]";
    }
}
