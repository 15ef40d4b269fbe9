using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Companies;

/// <summary>Whose pages are open: what hubs are connected, for whom, and how to close them. From any thread.</summary>
public sealed class OpenPages
{
    private readonly ConcurrentDictionary<string, OpenPage> _pages = new();

    /// <summary>Told when a page opened (true) or closed (false).</summary>
    public event Action<OpenPage, bool>? Moved;

    /// <summary>How many consoles are open, and how many other pages of the company.</summary>
    public (int Consoles, int Others) Count
    {
        get
        {
            var (all, consoles) = (0, 0);
            foreach (var page in _pages.Values)
            {
                all++;
                consoles += page.IsConsole ? 1 : 0;
            }

            return (consoles, all - consoles);
        }
    }

    /// <summary>Pages that follow a company.</summary>
    public IEnumerable<OpenPage> Followers(string performance) => _pages.Values.Where(page => page.Performance == performance);

    public bool IsHere(string person) => _pages.Values.Any(page => page.Ticket.Person == person);

    /// <summary>True while the person's console is connected.</summary>
    public bool IsAtConsole(string person) => _pages.Values.Any(page => page.IsConsole && page.Ticket.Person == person);

    public void Opened(OpenPage page)
    {
        _pages[page.Connection] = page;
        Moved?.Invoke(page, true);
    }

    public void Closed(string connection)
    {
        if (_pages.TryRemove(connection, out var page))
        {
            Moved?.Invoke(page, false);
        }
    }

    public OpenPage? Find(string connection) => _pages.GetValueOrDefault(connection);

    /// <summary>Closes every page of a person.</summary>
    public void CloseAll(string person) => Close(page => page.Ticket.Person == person);

    /// <summary>Closes every page from certain addresses.</summary>
    public void CloseFrom(Func<IPAddress?, bool> address) => Close(page => address(page.Address));

    private void Close(Func<OpenPage, bool> which)
    {
        foreach (var page in _pages.Values.Where(which))
        {
            page.Close();
        }
    }
}

/// <summary>A connected hub.</summary>
/// <param name="IsConsole">The director's hub; else the company's.</param>
/// <param name="Close">Ends the connection.</param>
public sealed record OpenPage(string Connection, Ticket Ticket, bool IsConsole, IPAddress? Address, Action Close)
{
    /// <summary>What has just connected to a hub.</summary>
    public static OpenPage Of(HubCallerContext context, bool isConsole) => new(
        context.ConnectionId,
        Ticket.Of(context.User!),
        isConsole,
        context.GetHttpContext()?.Connection.RemoteIpAddress,
        context.Abort);

    /// <summary>The performance whose company it follows; null for none.</summary>
    public string? Performance { get; set; }

    /// <summary>What it was told last: a view that is the same is not sent again.</summary>
    public byte[] Told { get; set; } = [];
}
