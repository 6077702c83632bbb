package no.innom.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void knowsThePasswordAndNoOther() {
        var hash = Passwords.hash("blåbær og fløte");
        assertThat(Passwords.check("blåbær og fløte", hash)).isTrue();
        assertThat(Passwords.check("blåbær og fløte ", hash)).isFalse();
        assertThat(Passwords.check("", hash)).isFalse();
        assertThat(hash).startsWith("$argon2id$").contains("m=19456", "t=2").doesNotContain("blåbær");
    }

    @Test
    void saltsEachOne() {
        assertThat(Passwords.hash("det samme")).isNotEqualTo(Passwords.hash("det samme"));
    }

    @Test
    void saysNoWhereThereIsNoHash() {
        assertThat(Passwords.check("nobody has this password", null)).isFalse();
    }
}
