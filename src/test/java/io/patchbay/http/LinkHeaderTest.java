package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <https://a/?page=2>; rel="next"                                  | https://a/?page=2
          <https://a/?page=2>; rel=next                                    | https://a/?page=2
          <https://a/?x=1,2&y=;z>; rel="next"                              | https://a/?x=1,2&y=;z
          <a>; rel="prev", <b>; rel="next", <c>; rel="last"                | b
          <a>; rel="first prev", <b>; title="x, \\"y\\"; z"; rel="last NEXT" | b
          <a>;rel=prev,<b>;rel=next                                        | b
          <a>; rel="prev"; rel="next", <b> ; REL = "next"                  | b
          <a>; title="rel=\\"next\\""; rel="prev"                          |
          <a>; rel="nextpage"                                              |
          <a                                                               |
          a; rel="next"                                                    |
          ``                                                               |
          <a>; rel="next                                                   | a
          """)
  void findsTheNextPage(String header, String target) {
    assertThat(LinkHeader.target(header, "next")).isEqualTo(Optional.ofNullable(target));
  }
}
