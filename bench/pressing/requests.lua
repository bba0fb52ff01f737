-- Sends the requests of the file that REQUESTS names, one after the other, and prints what came of it.
-- The file holds each with its length on a line before it.

local requests, turn = {}, 0

function init()
  local file = assert(io.open(os.getenv("REQUESTS"), "rb"))
  while true do
    local length = file:read("*l")
    if not length then break end
    requests[#requests + 1] = file:read(tonumber(length))
  end
  file:close()
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local failed = summary.errors.status + summary.errors.timeout + summary.errors.connect
  io.write(string.format(
    'told {"requests": %d, "failed": %d, "seconds": %f, "p50": %f, "p99": %f}\n',
    summary.requests, failed + summary.errors.read + summary.errors.write,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
  ))
end
