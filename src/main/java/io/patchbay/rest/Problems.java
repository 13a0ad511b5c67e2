package io.patchbay.rest;

import io.patchbay.account.SignInRefused;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.engine.EngineBusyException;
import io.patchbay.importing.ImportRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says in one shape, RFC 9457, whatever went wrong in a controller or on the way to it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<Object> invalid(InvalidException e) {
    var problem = new Problem("Invalid input", 422, summary(e.problems().size()), e.problems());
    return answer(problem, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> notFound(NotFoundException e) {
    return answer(Problem.of(404, "Not found", e.getMessage()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> conflict(ConflictException e) {
    return answer(Problem.of(409, "Conflict", e.getMessage()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> forbidden(ForbiddenException e) {
    return answer(Problem.of(403, "Not allowed", e.getMessage()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(SignInRefused e) {
    return answer(Problem.of(429, "Too many attempts", e.getMessage()), retryAfter());
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(EngineBusyException e) {
    return answer(Problem.of(503, "Not available", e.getMessage()), retryAfter());
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> databaseDown(Exception e) {
    log.warn("The database cannot be reached: {}", e.getMessage());
    var detail = "The database cannot be reached at the moment. Nothing was changed; try again.";
    return answer(Problem.of(503, "Not available", detail), retryAfter());
  }

  @ExceptionHandler
  ResponseEntity<Object> bug(Exception e) {
    log.error("A request of the management API failed; it was answered with 500.", e);
    var detail = "This is a fault of the server; its log says more.";
    return answer(Problem.of(500, "Internal error", detail), new HttpHeaders());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        Problem.of(400, "Unreadable body", "Send a body in JSON or YAML; none can be read."),
        headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var detail =
        "At most %d MiB are taken. Leave out what is not needed, or split it."
            .formatted(ImportRequest.MAX_BYTES / 1024 / 1024);
    return answer(Problem.of(413, "Too large", detail), headers);
  }

  /** All that Spring itself refuses: 405, 406, 415, a parameter of the wrong type. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var said = body instanceof ProblemDetail detail ? detail : null;
    var title = said == null || said.getTitle() == null ? "Refused" : said.getTitle();
    var detail = said == null ? null : said.getDetail();
    return answer(Problem.of(status.value(), title, detail), headers);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static HttpHeaders retryAfter() {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return headers;
  }

  private static String summary(int count) {
    return count == 1 ? "One thing is wrong." : count + " things are wrong.";
  }
}
