package io.patchbay.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this browser remembers about how somebody likes the pages; never anything secret. */
enum BrowserCookie {
  COLOURS("patchbay-colours"),
  WORKSPACE("patchbay-workspace"),
  RAIL("patchbay-rail");

  private final String cookie;

  BrowserCookie(String cookie) {
    this.cookie = cookie;
  }

  /** What was remembered, as a request brings it. */
  Optional<String> read(@Nullable VaadinRequest request) {
    Cookie[] cookies = request == null ? null : request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(cookie))
            .map(Cookie::getValue)
            .findFirst();
  }

  /** Remembers a word of letters, digits and dashes for a year. */
  void write(UI ui, String word) {
    ui.getPage()
        .executeJs(
            "document.cookie = $0 + '=' + $1 + '; path=/; max-age=31536000; samesite=lax'",
            cookie,
            word);
  }
}
