package no.innom.duty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a staff member may do. A person can have several roles. */
public enum Role {
    /** A volunteer. */
    FRIVILLIG,
    /** An experience consultant: somebody who has had a hard time themselves. */
    ERFARINGSKONSULENT,
    /** A professional: psychologist, public health nurse, social worker. */
    FAGPERSON,
    /** Leads the service: sees everything that concerns it, and may follow chats. */
    LEDER,
    /** Writes the flows. Alone it takes no chats. */
    EDITOR;

    /** As in files, commands and frames. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name, if there is one. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(name)).findFirst();
    }

    /** Every name there is. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Role::wire).toList();
    }
}
