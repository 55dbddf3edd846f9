package signup;

import java.io.IOException;

/** Where mails go: an SMTP server, or what a test puts in its place. */
public interface Mails {
    /**
     * Sends one.
     *
     * @param id its message id, by which whoever receives it twice can tell
     * @param to the address
     * @param text what it says
     * @throws IOException when the server cannot be reached
     */
    void send(String id, String to, String text) throws IOException;
}
