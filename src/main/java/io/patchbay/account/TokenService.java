package io.patchbay.account;

import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal API tokens: made once, stored as a hash, with the rights of their user. */
@Service
public class TokenService {

  private static final String PREFIX = "pb_";
  private static final Pattern SHAPE = Pattern.compile("pb_[A-Za-z0-9_-]{43}");
  private static final int MAX_TOKENS = 100;
  private static final int MAX_NAME = 100;

  /** The last use is noted this often, so that not each request writes. */
  private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

  private final TokenRepository tokens;
  private final AccountService accounts;
  private final AuditLog audit;
  private final Ids ids;
  private final InstantSource clock;

  TokenService(
      TokenRepository tokens,
      AccountService accounts,
      AuditLog audit,
      Ids ids,
      InstantSource clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The user's tokens, the latest first. */
  public List<TokenView> list(UserId user) {
    return tokens.of(user);
  }

  /** Makes a token; what is returned is the only time that it can be seen. */
  @Transactional
  public NewToken create(UserId user, String name) {
    var checked = name.strip();
    if (checked.isEmpty() || checked.length() > MAX_NAME) {
      throw new InvalidException("name", "Name the token, in up to " + MAX_NAME + " characters.");
    }
    if (tokens.count(user) >= MAX_TOKENS) {
      throw new ConflictException(
          "There are " + MAX_TOKENS + " tokens already; delete those that nobody uses.");
    }
    var id = ids.next();
    var token = PREFIX + ids.token(Tokens.BYTES);
    tokens.insert(id, user, checked, Tokens.hash(token), clock.instant());
    audit.record(null, accounts.get(user).email(), "created API token", checked, null);
    return new NewToken(id, checked, token);
  }

  /** Makes a token worthless at once. */
  @Transactional
  public void delete(UserId user, UUID id) {
    if (!tokens.delete(user, id)) {
      throw NotFoundException.of("token", id);
    }
    audit.record(null, accounts.get(user).email(), "deleted API token", id.toString(), null);
  }

  /** Whose token it is, unless it is none or the user is disabled. */
  Optional<UserId> userOf(String token) {
    if (!SHAPE.matcher(token).matches()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var owner = tokens.owner(Tokens.hash(token), now.minus(NOTE_EVERY));
    owner.filter(TokenRepository.Owner::useIsNews).ifPresent(o -> tokens.setUsed(o.token(), now));
    return owner.map(TokenRepository.Owner::user);
  }
}
