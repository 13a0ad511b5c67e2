package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What browsers copy for other shells than bash; each stands for the same request. */
class CurlShellsTest {

  private static final String BODY = "{\"a\":\"it's 100% \\\"x\\\" & <y> ^ $z\",\n\"b\":\"ü\"}";

  @Test
  void chromeForBash() {
    check(
        """
        curl 'https://shop.example/api/orders?a=1&b=2' \\
          -X 'POST' \\
          -H 'accept: application/json' \\
          -H $'x-note: it\\'s' \\
          -b 'sid=1' \\
          --data-raw $'{"a":"it\\'s 100% \\\\"x\\\\" & <y> ^ $z",\\n"b":"\\u00fc"}'
        """);
  }

  @Test
  void chromeForCmd() {
    check(
        """
        curl ^"https://shop.example/api/orders?a=1^&b=2^" ^
          -X ^"POST^" ^
          -H ^"accept: application/json^" ^
          -H ^"x-note: it's^" ^
          -b ^"sid=1^" ^
          --data-raw ^"^{^\\^"a^\\^":^\\^"it's 100^% ^\\^\\^\\^"x^\\^\\^\\^" ^& ^<y^> ^^ $z^\\^",^

        ^\\^"b^\\^":^\\^"ü^\\^"^}^"
        """);
  }

  @Test
  void olderBrowsersForCmd() {
    check(
        """
        curl "https://shop.example/api/orders?a=1&b=2" ^
          -X "POST" ^
          -H "accept: application/json" ^
          -H "x-note: it's" ^
          -H "Cookie: sid=1" ^
          --data-raw "{\\"a\\":\\"it's 100% \\\\\\"x\\\\\\" & <y> ^ $z\\","^

        "\\"b\\":\\"ü\\"}"
        """);
  }

  @Test
  void chromeForPowerShell() {
    check(
        """
        $session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
        $session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64)"
        $session.Cookies.Add((New-Object System.Net.Cookie("sid", "1", "/", "shop.example")))
        Invoke-WebRequest -UseBasicParsing -Uri "https://shop.example/api/orders?a=1&b=2" `
        -Method "POST" `
        -WebSession $session `
        -Headers @{
        "accept"="application/json"
          "x-note"="it's"
        } `
        -ContentType "application/x-www-form-urlencoded" `
        -Body ([System.Text.Encoding]::UTF8.GetBytes("{`"a`":`"it's 100% \\`"x\\`" & <y> ^ `$z`",`n`"b`":`"$([char]252)`"}"))
        """);
  }

  @Test
  void curlInPowerShell() {
    check(
        """
        PS C:\\Users\\me> curl.exe 'https://shop.example/api/orders?a=1&b=2' `
          -X POST `
          -H 'accept: application/json' -H 'x-note: it''s' -b 'sid=1' `
          -d @'
        {"a":"it's 100% \\"x\\" & <y> ^ $z",
        "b":"ü"}
        '@
        """);
  }

  @Test
  void windowsLineEndsAndPrompts() {
    check(
        """
        me@host:~/x$ curl 'https://shop.example/api/orders?a=1&b=2' -X POST \\
        > -H 'accept: application/json' \\
        > -H "x-note: it's" -b sid=1 \\
        > --data-raw $'{"a":"it\\'s 100% \\\\"x\\\\" & <y> ^ $z",\\n"b":"\\303\\274"}'
        """
            .replace("\n", "\r\n"));
  }

  private static void check(String script) {
    var found = CurlScript.read(script);
    assertThat(found.issues()).isEmpty();
    var requests = CurlOracle.requests(script);
    assertThat(requests).hasSize(1);
    var request = requests.getFirst();
    assertThat(request.verb()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/api/orders?a=1&b=2");
    assertThat(request.header("accept")).contains("application/json");
    assertThat(request.header("x-note")).contains("it's");
    assertThat(request.header("cookie")).contains("sid=1");
    assertThat(request.body()).isEqualTo(BODY);
  }
}
