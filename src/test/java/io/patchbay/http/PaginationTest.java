package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Failure.Kind;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as real APIs give them out, page by page. */
class PaginationTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();
  private final List<String> targets = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void gitHubLinksToTheNextPageInAHeader() {
    serve(query -> {
      int page = number(query, "page", 1);
      var links = new ArrayList<String>();
      if (page < 3) {
        links.add("<%s/list?per_page=2&page=%d>; rel=\"next\"".formatted(base(), page + 1));
        links.add("<%s/list?per_page=2&page=3>; rel=\"last\"".formatted(base()));
      }
      return json(array(page * 10, 2)).addHeader("Link", String.join(", ", links));
    });

    var response = list("{kind: linkHeader, sizeParameter: per_page, size: 2}");

    assertThat(response.failure()).isNull();
    assertThat(ids(response)).containsExactly(10, 11, 20, 21, 30, 31);
    assertThat(targets)
        .containsExactly("/list?per_page=2", "/list?per_page=2&page=2", "/list?per_page=2&page=3");
    assertThat(response.attempts()).extracting(Attempt::page).containsExactly(1, 2, 3);
    assertThat(response.pages()).isEqualTo(new ApiResponse.Pages(3, 6, null));
  }

  @Test
  void stripeWantsTheLastIdUntilThereIsNoMore() {
    serve(query -> {
      int after = number(query, "starting_after", 0);
      var hasMore = after + 3 < 8;
      return json(
          "{\"object\":\"list\",\"data\":%s,\"has_more\":%s}"
              .formatted(array(after + 1, hasMore ? 3 : 8 - after), hasMore));
    });

    var response =
        list(
            """
            {kind: cursor, parameter: starting_after, items: response.body.data, sizeParameter: limit, size: 3,
             next: "response.body.has_more ? response.body.data[-1].id"}\
            """);

    assertThat(response.failure()).isNull();
    assertThat(ids(response)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(targets)
        .containsExactly(
            "/list?limit=3", "/list?limit=3&starting_after=3", "/list?limit=3&starting_after=6");
  }

  @Test
  void hubSpotGivesACursorInPaging() {
    serve(query -> {
      int after = number(query, "after", 0);
      var paging =
          after < 20
              ? ",\"paging\":{\"next\":{\"after\":\"%d\",\"link\":\"x\"}}".formatted(after + 10)
              : "";
      return json("{\"results\":%s%s}".formatted(array(after, 10), paging));
    });

    var response = list("{kind: cursor, parameter: after, next: response.body.paging.next.after}");

    assertThat(ids(response)).hasSize(30).endsWith(29);
    assertThat(targets).containsExactly("/list", "/list?after=10", "/list?after=20");
  }

  @Test
  void oDataHasAnAbsoluteOrRelativeNextLink() {
    serve(query -> {
      int skip = number(query, "$skip", 0);
      var link =
          switch (skip) {
            case 0 -> ",\"@odata.nextLink\":\"%s/list?$skip=5\"".formatted(base());
            case 5 -> ",\"@odata.nextLink\":\"list?$skip=10\"";
            default -> "";
          };
      return json("{\"@odata.context\":\"c\",\"value\":%s%s}".formatted(array(skip, 5), link));
    });

    var response = list("{kind: nextLink, next: 'response.body.`@odata.nextLink`'}");

    assertThat(response.failure()).isNull();
    assertThat(ids(response)).hasSize(15);
    assertThat(targets).hasSize(3);
  }

  @Test
  void pagesAreCountedUntilOneIsEmpty() {
    serve(query -> {
      int page = number(query, "page", 1);
      return json(array(page * 10, page <= 3 ? 4 : 0));
    });

    var response = list("{kind: page, sizeParameter: per_page, size: 4}");

    assertThat(ids(response)).hasSize(12);
    assertThat(targets).last().isEqualTo("/list?per_page=4&page=4");
  }

  @Test
  void aPageThatIsNotFoundIsBehindTheLast() {
    serve(query -> {
      int page = number(query, "page", 1);
      return page > 2
          ? json("{\"detail\":\"Invalid page.\"}").code(404)
          : json("{\"count\":4,\"results\":%s}".formatted(array(page * 10, 2)));
    });

    var response = list("{kind: page}");

    assertThat(response.failure()).isNull();
    assertThat(response.status()).isEqualTo(200);
    assertThat(ids(response)).containsExactly(10, 11, 20, 21);
  }

  @Test
  void aLastPageThatComesAgainAndAgainIsTheEnd() {
    serve(query -> json(array(Math.min(3, number(query, "page", 1)) * 10, 2)));

    var response = list("{kind: page}");

    assertThat(ids(response)).containsExactly(10, 11, 20, 21, 30, 31);
    assertThat(response.pages().cut()).contains("Page 4 is the same as the one before");
  }

  @Test
  void offsetsGrowByWhatReallyCame() {
    serve(query -> {
      int offset = number(query, "offset", 0);
      return json(array(offset, Math.min(3, 8 - offset))); // however many are asked for
    });

    var response = list("{kind: offset, sizeParameter: limit, size: 100}");

    assertThat(ids(response)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(targets)
        .containsExactly(
            "/list?limit=100&offset=0",
            "/list?limit=100&offset=3",
            "/list?limit=100&offset=6",
            "/list?limit=100&offset=8");
  }

  @Test
  void whatTheCallerAsksForIsWhereItStarts() {
    serve(query -> json(array(number(query, "page", 1) * 10, 1)));

    var response = house.ask(api("{kind: page, maxPages: 2}"), "list").with("page", 5).call();

    assertThat(ids(response)).containsExactly(50, 60);
  }

  @Test
  void tenThousandItemsBecomeOneList() {
    serve(query -> {
      int offset = number(query, "offset", 0);
      return json(array(offset, Math.min(500, 10_000 - offset)));
    });

    var response = list("{kind: offset, maxItems: 20000}");

    assertThat(ids(response)).hasSize(10_000).doesNotHaveDuplicates();
    assertThat(response.pages()).isEqualTo(new ApiResponse.Pages(21, 10_000, null));
  }

  @Test
  void itIsCutExactlyAndSaysSo() {
    serve(query -> json(array(number(query, "offset", 0), 10)));

    var items = list("{kind: offset, maxItems: 25}");
    var pages = list("{kind: offset, maxPages: 2}");

    assertThat(ids(items)).hasSize(25);
    assertThat(items.pages().cut())
        .isEqualTo("Cut after 25 items (pagination.maxItems, set by method 'list').");
    assertThat(ids(pages)).hasSize(20);
    assertThat(pages.pages().cut()).startsWith("Cut after 2 pages (pagination.maxPages");
  }

  @Test
  void loopsEnd() {
    serve(query -> {
      int page = number(query, "page", 1);
      return json(array(page * 10, 1))
          .addHeader("Link", "</list?page=%d>; rel=next".formatted(page % 3 + 1));
    });

    var response = list("{kind: linkHeader}");

    assertThat(ids(response)).hasSizeBetween(3, 4);
    assertThat(response.pages().cut()).contains("leads back to one that was fetched");

    targets.clear();
    serve(_ -> json("{\"data\":%s,\"next\":\"same\"}".formatted(array(1, 1))));
    var cursor = list("{kind: cursor, next: response.body.next}");

    assertThat(targets).hasSize(2);
    assertThat(cursor.pages().cut()).contains("leads back");
  }

  @Test
  void noPageIsFetchedFromAnotherServerUnlessTheCredentialMayGoThere() throws IOException {
    var elsewhere = new MockWebServer();
    elsewhere.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            targets.add("elsewhere " + request.getHeaders().get("Authorization"));
            return json(array(90, 1)).build();
          }
        });
    elsewhere.start();
    var away = "http://127.0.0.1:%d/list".formatted(elsewhere.getPort());
    serve(_ -> json(array(1, 1)).addHeader("Link", "<%s>; rel=\"next\"".formatted(away)));
    house.credential("bound", "{kind: bearer, token: secret-1}");

    var plain = list("{kind: linkHeader}");
    var bound = house.ask(api("{kind: linkHeader}", "bound"), "list").call();

    assertThat(plain.failure().detail()).contains("After page 1", "another server", "origins");
    assertThat(bound.failure().kind()).isEqualTo(Kind.CONFIGURATION);
    assertThat(targets).noneMatch(target -> target.startsWith("elsewhere"));

    house.credential(
        "wide",
        "{kind: bearer, token: secret-2, origins: [\"%s\", \"http://127.0.0.1:%d\"]}"
            .formatted(base(), elsewhere.getPort()));
    var wide = house.ask(api("{kind: linkHeader}", "wide"), "list").call();

    assertThat(wide.failure()).isNull();
    assertThat(ids(wide)).containsExactly(1, 90);
    assertThat(targets).contains("elsewhere Bearer secret-2");
    elsewhere.close();
  }

  @Test
  void eachPageIsRetriedAndAPageThatFailsFailsTheCall() {
    var tries = new AtomicInteger();
    serve(query -> {
      int page = number(query, "page", 1);
      return page == 2 && tries.getAndIncrement() == 0
          ? json("{}").code(503)
          : json(array(page * 10, page < 3 ? 1 : 0));
    });

    var response = list("{kind: page}");

    assertThat(ids(response)).containsExactly(10, 20);
    assertThat(response.attempts()).extracting(Attempt::page).containsExactly(1, 2, 2, 3);

    serve(query ->
        number(query, "page", 1) == 2
            ? json("{\"message\": \"No way\"}").code(403)
            : json(array(1, 1)));
    var failed = list("{kind: page}");

    assertThat(failed.failure().status()).isEqualTo(403);
    assertThat(failed.failure().detail()).startsWith("Page 2 of the list:").contains("No way");
  }

  @Test
  void pagesTogetherAreNoLargerThanOneAnswerMayBe() {
    serve(query -> json(array(number(query, "offset", 0), 50)));

    var response = list("{kind: offset}", "maxResponseBytes: 2000");

    assertThat(response.failure().kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(response.failure().detail()).contains("larger than the 2,000 bytes", "one by one");
  }

  @Test
  void whatAnApiSaysForAllChangesNothingWhereThereAreNoPages() {
    serve(_ -> json("{\"id\": 7, \"tags\": [\"a\"]}"));
    var api = apiWide("{kind: linkHeader}");

    assertThat(house.ask(api, "pet").call().body())
        .isEqualTo(Map.of("id", 7, "tags", List.of("a")));
    assertThat(house.ask(api, "create").call().pages()).isNull();

    serve(query ->
        number(query, "page", 1) == 1
            ? json(array(1, 2)).addHeader("Link", "</list?page=2>; rel=\"next\"")
            : json(array(3, 1)));
    assertThat(ids(house.ask(api, "list").call())).containsExactly(1, 2, 3);
  }

  @Test
  void countingForAllMethodsHoldsForThoseThatKnowTheParameter() {
    serve(
        query -> json(array(number(query, "page", 1) * 10, number(query, "page", 1) < 3 ? 1 : 0)));
    var api = apiWide("{kind: page}");

    assertThat(house.ask(api, "list").call().body())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2);
    var _ = house.ask(api, "pet").call();

    assertThat(targets).last().isEqualTo("/pets/1");
  }

  @Test
  void saysWhereItemsMayBeWhenThereAreSeveralLists() {
    serve(_ -> json("{\"data\": [], \"errors\": []}"));

    assertThat(list("{kind: page}").failure().detail())
        .contains("several lists (data, errors)", "response.body.data");
  }

  @Test
  void pagesComeOneByOneWithoutEndInFlatMemory() {
    serve(query -> {
      int page = number(query, "page", 1);
      return json("[{\"id\": %d, \"text\": \"%s\"}]".formatted(page, "x".repeat(50_000)));
    });
    var pages =
        house.client.pages(
            house.ask(api("{kind: page, maxPages: 1000, maxItems: 1000000}"), "list").request());
    long used = 0;
    int count = 0;
    while (pages.hasNext()) {
      var page = pages.next();
      assertThat(page.failure()).isNull();
      assertThat(page.attempts()).hasSize(1);
      count++;
      if (count == 200) {
        used = usedMemory();
      }
    }

    assertThat(count).isEqualTo(1_000);
    assertThat(usedMemory() - used).isLessThan(20_000_000); // all 800 pages are twice as much
  }

  @Test
  void oneByOneEndsWithThePageThatFails() {
    serve(query ->
        number(query, "page", 1) == 3
            ? json("{}").code(400)
            : json(array(number(query, "page", 1), 1)));
    var pages =
        house.client.pages(house.ask(api("{kind: offset, parameter: page}"), "list").request());
    var all = new ArrayList<ApiResponse>();
    pages.forEachRemaining(all::add);

    assertThat(all).hasSize(4).last().matches(page -> !page.succeeded());
    assertThat(all.getFirst().body()).isEqualTo(List.of(Map.of("id", 0)));
  }

  private static long usedMemory() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private ApiResponse list(String pagination) {
    return house.ask(api(pagination), "list").call();
  }

  private ApiResponse list(String pagination, String policies) {
    return house.ask(api(pagination, null, policies), "list").call();
  }

  private static List<Object> ids(ApiResponse response) {
    assertThat(response.body()).isInstanceOf(List.class);
    return ((List<?>) response.body())
        .stream().map(item -> ((Map<?, ?>) item).get("id")).collect(Collectors.toList());
  }

  private String base() {
    return "http://127.0.0.1:" + server.getPort();
  }

  private static String array(int from, int count) {
    return IntStream.range(from, from + Math.max(0, count))
        .mapToObj("{\"id\": %d}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static MockResponse.Builder json(String body) {
    return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(body);
  }

  private static int number(RecordedRequest request, String name, int otherwise) {
    var value = request.getUrl().queryParameter(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  private void serve(Function<RecordedRequest, MockResponse.Builder> answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            targets.add(request.getTarget());
            return answers.apply(request).build();
          }
        });
  }

  private io.patchbay.api.Api api(String pagination) {
    return api(pagination, null);
  }

  private io.patchbay.api.Api api(String pagination, @Nullable String credential) {
    return api(pagination, credential, "retries: 2");
  }

  private io.patchbay.api.Api api(String pagination, @Nullable String credential, String policies) {
    return CallFixture.api(
        """
        name: Lists
        baseUrl: %s
        auth: %s
        policies: {retry: {baseMs: 1}, %s}
        methods:
          - name: list
            path: /list
            parameters: [{name: page}]
            policies: {pagination: %s}
        """
            .formatted(
                base(),
                credential == null
                    ? "{kind: none}"
                    : "{kind: bearer, credential: %s}".formatted(credential),
                policies,
                pagination));
  }

  private io.patchbay.api.Api apiWide(String pagination) {
    return CallFixture.api(
        """
        name: Lists
        baseUrl: %s
        policies: {pagination: %s}
        methods:
          - {name: list, path: /list, parameters: [{name: page}]}
          - {name: pet, path: /pets/1}
          - {name: create, verb: POST, path: /pets}
        """
            .formatted(base(), pagination));
  }
}
