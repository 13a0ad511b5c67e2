package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@RestTest
class DescriptionIT {

  private static final String V1 = "/api/v1";

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes;

  @LocalServerPort int port;

  @Test
  void nameEachRouteAndNoOther() {
    var described = new TreeSet<String>();
    openApi()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(verb -> {
                  if (!verb.equals("parameters")) {
                    described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                  }
                }));
    var mapped = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((route, _) ->
            route.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(V1))
                .forEach(pattern ->
                    route
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapped.add(verb + " " + pattern.substring(V1.length())))));

    assertThat(described).isEqualTo(mapped);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var document = openApi();
    document
        .findValues("$ref")
        .forEach(ref -> {
          var target = ref.stringValue();
          if (target.startsWith("#")) {
            assertThat(document.at(target.substring(1)).isMissingNode()).as(target).isFalse();
          } else {
            assertThat(Caller.nobody(port).get(target).status()).as(target).isEqualTo(200);
          }
        });
  }

  @Test
  void pathParametersAreDescribed() {
    for (var path : openApi().path("paths").properties()) {
      var described = new TreeSet<String>();
      path.getValue().path("parameters").forEach(p -> described.add(p.path("name").stringValue()));
      var named = new TreeSet<String>();
      var matcher = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(path.getKey());
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
      assertThat(described).as(path.getKey()).isEqualTo(named);
    }
  }

  private JsonNode openApi() {
    var answer = Caller.nobody(port).get(V1 + "/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600");
    return answer.json();
  }
}
