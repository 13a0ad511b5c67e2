package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportIssue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads cURL commands, one or many, as people paste them from shells, pages and browsers. */
@Component
class CurlReader implements SourceReader {

  private static final int LOOKED_AT = 20_000;
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(?:\\S{0,60} ?\\S{0,60}[$%>#❯] ?|\\$ )?(?:(?:sudo|time|command) )?(?:curl(?:\\.exe)?[ \\t\\\\^`]|\\$?\\w+\\s?=.*"
              + "|export |invoke-(?:webrequest|restmethod)|iwr |irm |\\$session|echo |cat |printf ).*");

  @Override
  public Format format() {
    return Format.CURL;
  }

  @Override
  public boolean recognises(SourceText source) {
    String start = source.text().substring(0, Math.min(LOOKED_AT, source.text().length()));
    boolean calls = start.contains("curl") || start.toLowerCase(Locale.ROOT).contains("invoke-");
    return calls
        && start
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("```"))
            .findFirst()
            .filter(line -> COMMAND.matcher(line).matches())
            .isPresent();
  }

  @Override
  public ImportResult read(SourceText source, Documents others) {
    var found = CurlScript.read(source.text());
    List<ImportIssue> issues = new ArrayList<>(found.issues());
    List<Exchange> exchanges = new ArrayList<>();
    for (var command : found.commands()) {
      read(command, exchanges, issues);
    }
    if (exchanges.isEmpty()) {
      throw nothing(issues);
    }
    int count = found.commands().size();
    return new ImportResult(
        Format.CURL,
        count == 1 ? "cURL command" : "%,d cURL commands".formatted(count),
        new ExchangeApis(Map.of()).of(exchanges, null),
        issues);
  }

  private static InvalidException nothing(List<ImportIssue> issues) {
    if (issues.isEmpty()) {
      return new InvalidException(
          "",
          "There is no cURL command in this; it begins with 'curl', for example: curl https://api.example.com/orders");
    }
    return new InvalidException(
        issues.stream()
            .limit(20)
            .map(issue ->
                new InvalidException.Problem(
                    "%s (line %d)".formatted(issue.where(), issue.line()), issue.message()))
            .toList());
  }

  private static void read(
      CurlCommand command, List<Exchange> exchanges, List<ImportIssue> issues) {
    try {
      for (var options : CurlOptions.parse(command.arguments())) {
        for (String note : CurlNotes.of(options)) {
          issues.add(issue(Severity.NOTE, command, note));
        }
        var read = CurlTransfers.of(options, command.input());
        var requests = read.requests();
        for (String problem : read.problems()) {
          issues.add(issue(Severity.LEFT_OUT, command, problem));
        }
        var login = CurlLogin.of(options).orElse(null);
        for (var request : requests) {
          exchanges.add(exchange(request, command, login));
        }
        fileNotes(requests.getFirst(), command, issues);
        if (requests.size() >= CurlTransfers.MOST_REQUESTS) {
          issues.add(
              issue(
                  Severity.LEFT_OUT,
                  command,
                  "Only the first %,d addresses of the command were read."
                      .formatted(CurlTransfers.MOST_REQUESTS)));
        }
      }
    } catch (InvalidException e) {
      issues.add(issue(Severity.LEFT_OUT, command, e.problems().getFirst().message()));
    }
  }

  private static void fileNotes(
      CurlRequest request, CurlCommand command, List<ImportIssue> issues) {
    request.parts().stream()
        .filter(FormPart::file)
        .map(FormPart::name)
        .distinct()
        .forEach(name ->
            issues.add(
                issue(
                    Severity.NOTE,
                    command,
                    "The file of the field '%s' is not read; the method takes its content as an input."
                        .formatted(name))));
  }

  private static Exchange exchange(
      CurlRequest request, CurlCommand command, @Nullable Login login) {
    ExchangeBody body = ExchangeBody.NONE;
    if (!request.parts().isEmpty()) {
      body = new ExchangeBody.Multipart(request.parts());
    } else if (request.upload()) {
      body = new ExchangeBody.Unknown(null);
    } else if (request.body() != null && !request.body().isEmpty()) {
      body = new ExchangeBody.Text(null, request.body());
    }
    return new Exchange(
        request.verb(),
        ExchangeUrl.parse(request.address()),
        request.headers(),
        body,
        List.of(),
        login,
        Story.at(command.where(), command.line()));
  }

  private static ImportIssue issue(Severity severity, CurlCommand command, String message) {
    return new ImportIssue(severity, command.where(), command.line(), null, message);
  }
}
