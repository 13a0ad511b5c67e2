package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Policies.Pagination;
import io.patchbay.common.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaginationWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          kind: page                                            | GET /list?page=1            | GET /list?page=2
          {"kind": "page", "sizeParameter": "n", "size": 50, "start": 0}   | GET /list?n=50&page=0       | GET /list?n=50&page=1
          {"kind": "offset", "sizeParameter": "limit", "size": 50}       | GET /list?limit=50&offset=0 | GET /list?limit=50&offset=50
          {"kind": "cursor", "next": "response.body.next", "parameter": "after"} | GET /list | GET /list?after={response.body.next}
          {"kind": "nextLink", "next": "response.body.more"}             | GET /list | GET the address in response.body.more
          kind: linkHeader                                      | GET /list | GET the address in Link: <…>; rel="next"
          """)
  void showsTheFirstAndTheSecondRequest(String document, String first, String second) {
    assertThat(PaginationWords.requests(Json.readDocument(document, Pagination.class)))
        .containsExactly(first, second);
  }
}
