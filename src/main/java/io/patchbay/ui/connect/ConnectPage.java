package io.patchbay.ui.connect;

import io.patchbay.http.ConnectOutcome;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that says how connecting a credential went. Plain HTML, since it is shown in a window
 * that closes at once; all that comes from elsewhere is escaped.
 */
final class ConnectPage {

  private ConnectPage() {}

  static String of(ConnectOutcome outcome) {
    var connected = outcome.isConnected();
    var workspace = outcome.workspace() == null ? "" : outcome.workspace();
    var credential = outcome.credential() == null ? "" : outcome.credential();
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s · Patchbay</title>
    <link rel="icon" href="/assets/theme/favicon.svg">
    <link rel="stylesheet" href="/assets/theme/fonts.css">
    <link rel="stylesheet" href="/assets/theme/tokens.css">
    <link rel="stylesheet" href="/assets/theme/app.css">
    <link rel="stylesheet" href="/assets/theme/connect.css">
    <script src="/assets/theme/connect.js" defer></script>
    </head>
    <body class="pb-connect">
    <main class="pb-card" id="connect" data-state="%2$s" data-workspace="%3$s" data-credential="%4$s">
    <img src="/assets/theme/favicon.svg" alt="" width="28" height="28">
    <h1><svg aria-hidden="true"><use href="/assets/theme/icons.svg#%5$s"></use></svg>%1$s</h1>
    <p role="%6$s">%7$s</p>
    <nav><button type="button" id="close" hidden>Close this window</button><a href="%8$s">%9$s</a></nav>
    </main>
    </body>
    </html>
    """
        .formatted(
            connected ? "Connected" : "Not connected",
            connected ? "connected" : "refused",
            escaped(workspace),
            escaped(credential),
            connected ? "circle-check" : "circle-x",
            connected ? "status" : "alert",
            escaped(outcome.message()),
            workspace.isEmpty() ? "/" : "/" + escaped(workspace) + "/credentials",
            workspace.isEmpty() ? "To your workspace" : "To the credentials");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
