using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Client
{
    /// <summary>What an actor's client asks a theatre over HTTP(S): what is on, the stage's plan, the text, and the way in.</summary>
    public sealed class TheatreDoor : IDisposable
    {
        private const string MessagePackType = "application/vnd.msgpack";
        private const int MaxRefusal = 400;

        private readonly HttpClient _http;

        /// <param name="theatre">Its address, for instance https://theatre.example/.</param>
        /// <param name="ticket">The ticket that the stage door gave.</param>
        public TheatreDoor(Uri theatre, string ticket)
        {
            _http = new HttpClient { BaseAddress = theatre, Timeout = TimeSpan.FromSeconds(10) };
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
            _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(MessagePackType));
        }

        /// <summary>What is on.</summary>
        /// <exception cref="TheatreException">The theatre refuses, or cannot be reached; the message says why.</exception>
        public Task<Playbill> Playbill(CancellationToken cancel)
        {
            return Ask<Playbill>(new HttpRequestMessage(HttpMethod.Get, "api/playbill"), cancel);
        }

        /// <summary>The stage as clients build it.</summary>
        /// <exception cref="TheatreException">The theatre refuses, or cannot be reached; the message says why.</exception>
        public Task<StagePlan> Plan(string performance, CancellationToken cancel)
        {
            return Ask<StagePlan>(new HttpRequestMessage(HttpMethod.Get, Path(performance, "plan")), cancel);
        }

        /// <summary>The text as it is played.</summary>
        /// <exception cref="TheatreException">The theatre refuses, or cannot be reached; the message says why.</exception>
        public Task<PromptBook> Book(string performance, CancellationToken cancel)
        {
            return Ask<PromptBook>(new HttpRequestMessage(HttpMethod.Get, Path(performance, "book")), cancel);
        }

        /// <summary>Exchanges the ticket for a session on the stage.</summary>
        /// <exception cref="TheatreException">The theatre refuses, or cannot be reached; the message says why.</exception>
        public Task<StageSession> Enter(string performance, string role, CancellationToken cancel)
        {
            foreach (var letter in role)
            {
                if (letter == '"' || letter == '\\' || letter < ' ')
                {
                    throw new ArgumentException("no role has such an id: " + role, nameof(role));
                }
            }

            var request = new HttpRequestMessage(HttpMethod.Post, Path(performance, "session"))
            {
                Content = new StringContent("{\"role\":\"" + role + "\"}", Encoding.UTF8, "application/json"),
            };
            return Ask<StageSession>(request, cancel);
        }

        /// <summary>Exchanges the ticket again after a loss; null when the theatre does not let the actor in any more.</summary>
        /// <exception cref="TheatreException">It cannot be reached, or has no time: it is worth another try.</exception>
        public async Task<StageSession?> EnterAgain(string performance, string role, CancellationToken cancel)
        {
            try
            {
                return await Enter(performance, role, cancel).ConfigureAwait(false);
            }
            catch (TheatreException e) when (e.Status == 401 || e.Status == 403 || e.Status == 404)
            {
                return null;
            }
        }

        public void Dispose()
        {
            _http.Dispose();
        }

        private static string Path(string performance, string what)
        {
            return "api/performances/" + Uri.EscapeDataString(performance) + "/" + what;
        }

        private async Task<T> Ask<T>(HttpRequestMessage request, CancellationToken cancel)
        {
            try
            {
                using (request)
                using (var response = await _http.SendAsync(request, cancel).ConfigureAwait(false))
                {
#pragma warning disable CA2016 // What came is in memory by now, and netstandard2.1 has no such overload.
                    var bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
#pragma warning restore CA2016
                    return response.IsSuccessStatusCode
                        ? MessagePackSerializer.Deserialize<T>(bytes, ContractResolver.Options, cancel)
                        : throw new TheatreException((int)response.StatusCode, Shorten(Encoding.UTF8.GetString(bytes)));
                }
            }
            catch (HttpRequestException e)
            {
                throw new TheatreException("the theatre cannot be reached at " + _http.BaseAddress + ": " + e.Message, e);
            }
            catch (MessagePackSerializationException e)
            {
                throw new TheatreException("what answers at " + _http.BaseAddress + " is no theatre of this version", e);
            }
        }

        private static string Shorten(string text)
        {
            return text.Length <= MaxRefusal ? text : text.Remove(MaxRefusal) + " …";
        }
    }
}
