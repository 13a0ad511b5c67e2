package io.patchbay.credential;

import io.patchbay.common.InvalidException.Problem;
import java.util.List;

/** What holds for user names of HTTP authentication. */
final class UserName {

  private UserName() {}

  static List<Problem> problems(String username) {
    if (username.isEmpty()) {
      return List.of(new Problem("username", "Enter the user name."));
    }
    return username.indexOf(':') < 0
        ? List.of()
        : List.of(new Problem("username", "A user name cannot hold a colon (RFC 7617)."));
  }
}
