package dev.standfirst.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** The user that GreenMail delivers to: keeps nothing in memory, since every mail is a file already. */
final class Nobody implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {}

    @Override
    public void deliver(MimeMessage message) {}

    @Override
    public String getEmail() {
        return "mailbox@localhost";
    }

    @Override
    public String getLogin() {
        return "mailbox";
    }

    @Override
    public String getQualifiedMailboxName() {
        return "mailbox";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}

    @Override
    public void create() {}

    @Override
    public void delete() {}
}
