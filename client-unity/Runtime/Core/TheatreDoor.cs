using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
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

        /// <summary>A model's file: the very bytes that the plan names.</summary>
        /// <exception cref="TheatreException">The theatre refuses, cannot be reached, or gives something else; the message says why.</exception>
        public async Task<byte[]> Model(ModelInfo model, CancellationToken cancel)
        {
            if (model.Bytes > ModelInfo.MaxBytes)
            {
                throw new TheatreException("the theatre names a model that is larger than any may be");
            }

            // More than was named is not read; less is found out by its hash.
            var bytes = await Send(
                new HttpRequestMessage(HttpMethod.Get, "api/models/" + Uri.EscapeDataString(model.Hash)),
                HttpCompletionOption.ResponseHeadersRead,
                content => ReadUpTo(content, model.Bytes, cancel),
                cancel).ConfigureAwait(false);
            return HashOf(bytes) == model.Hash
                ? bytes
                : throw new TheatreException("what came is not the model that the plan names");
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
                var bytes = await Send(request, HttpCompletionOption.ResponseContentRead, Whole, cancel).ConfigureAwait(false);
                return MessagePackSerializer.Deserialize<T>(bytes, ContractResolver.Options, cancel);
            }
            catch (MessagePackSerializationException e)
            {
                throw new TheatreException("what answers at " + _http.BaseAddress + " is no theatre of this version", e);
            }
        }

        private async Task<byte[]> Send(
            HttpRequestMessage request, HttpCompletionOption until, Func<HttpContent, Task<byte[]>> read, CancellationToken cancel)
        {
            try
            {
                using (request)
                using (var response = await _http.SendAsync(request, until, cancel).ConfigureAwait(false))
                {
                    return response.IsSuccessStatusCode
                        ? await read(response.Content).ConfigureAwait(false)
                        : throw new TheatreException(
                            (int)response.StatusCode, Shorten(Encoding.UTF8.GetString(await Whole(response.Content).ConfigureAwait(false))));
                }
            }
            catch (Exception e) when (e is HttpRequestException || e is IOException)
            {
                throw new TheatreException("the theatre cannot be reached at " + _http.BaseAddress + ": " + e.Message, e);
            }
        }

        private static Task<byte[]> Whole(HttpContent content)
        {
            return content.ReadAsByteArrayAsync();
        }

        private static async Task<byte[]> ReadUpTo(HttpContent content, int most, CancellationToken cancel)
        {
#if NET8_0_OR_GREATER
            using (var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false))
#else
            using (var stream = await content.ReadAsStreamAsync().ConfigureAwait(false))
#endif
            {
                var bytes = new byte[most];
                var length = 0;
                for (var read = 1; read > 0 && length < most; length += read)
                {
                    read = await stream.ReadAsync(bytes.AsMemory(length), cancel).ConfigureAwait(false);
                }

                return bytes.AsSpan(0, length).ToArray();
            }
        }

        private static string HashOf(byte[] bytes)
        {
#if NET9_0_OR_GREATER
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
#else
            using var sha = SHA256.Create();
            return BitConverter.ToString(sha.ComputeHash(bytes)).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
#endif
        }

        private static string Shorten(string text)
        {
            return text.Length <= MaxRefusal ? text : text.Remove(MaxRefusal) + " …";
        }
    }
}
