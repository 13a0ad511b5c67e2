package io.patchbay.sample;

import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.sample.Order.Customer;
import io.patchbay.sample.Order.Status;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sample orders API, for bearers of a token. */
@RestController
@RequestMapping(SampleServer.PATH)
class OrdersController {

  private final SampleServer server;
  private final SampleTokens tokens;
  private final OrderBook orders;

  OrdersController(SampleServer server, SampleTokens tokens, OrderBook orders) {
    this.server = server;
    this.tokens = tokens;
    this.orders = orders;
  }

  record OrderPage(List<Order> orders) {}

  record NewOrder(@Nullable String customerId, @Nullable List<OrderBook.Wish> lines) {}

  record Change(@Nullable Status status) {}

  /** Runs before each of the others. */
  @ModelAttribute
  void guard(HttpServletRequest request) {
    if (!server.isOn()) {
      throw new NotFoundException("The sample is off; start with --sample or add its workspace.");
    }
    var needed = request.getMethod().equals("GET") ? SampleTokens.READ : SampleTokens.WRITE;
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new Refused(401, "Send an access token of /sample-api/oauth/token.", "");
    }
    var scopes = tokens.scopes(header.substring(7).strip());
    if (scopes.isEmpty()) {
      throw new Refused(401, "The access token is wrong or has expired.", "invalid_token");
    }
    if (!scopes.contains(needed)) {
      throw new Refused(403, "This needs the scope " + needed + ".", "insufficient_scope");
    }
  }

  @GetMapping("/orders")
  OrderPage list(
      @RequestParam @Nullable String status, @RequestParam(defaultValue = "20") int limit) {
    return new OrderPage(orders.list(status(status), Math.clamp(limit, 1, 100)));
  }

  @GetMapping("/orders/{order}")
  Order get(@PathVariable String order) {
    return orders.get(order);
  }

  @PostMapping("/orders")
  ResponseEntity<Order> place(@RequestBody NewOrder wish) {
    var order = orders.place(wish.customerId, wish.lines == null ? List.of() : wish.lines);
    var location = URI.create(SampleServer.PATH + "/orders/" + order.id());
    return ResponseEntity.created(location).body(order);
  }

  @PatchMapping("/orders/{order}")
  Order change(@PathVariable String order, @RequestBody Change change) {
    if (change.status == null) {
      throw new InvalidException("status", "Say open, paid, shipped, delivered or cancelled.");
    }
    return orders.change(order, change.status);
  }

  @GetMapping("/customers/{customer}")
  Customer customer(@PathVariable String customer) {
    return orders.customer(customer);
  }

  private static @Nullable Status status(@Nullable String word) {
    try {
      return word == null ? null : Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidException("status", "Say open, paid, shipped, delivered or cancelled.");
    }
  }

  /** The token does not do. */
  static final class Refused extends RuntimeException {
    final int status;
    final String error;

    Refused(int status, String message, String error) {
      super(message);
      this.status = status;
      this.error = error;
    }
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(Refused e) {
    var error = e.error.isEmpty() ? "" : ", error=\"" + e.error + "\"";
    return ResponseEntity.status(e.status)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Sample orders\"" + error)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "title",
                e.status == 401 ? "Not signed in" : "Not allowed",
                "status",
                e.status,
                "detail",
                String.valueOf(e.getMessage())));
  }
}
