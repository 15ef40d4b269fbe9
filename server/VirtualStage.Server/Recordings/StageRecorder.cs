using MessagePack;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Wire;
using VirtualStage.House;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Recordings;
using VirtualStage.Recordings.Blocks;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Recordings;

/// <summary>
/// Records a performance: a spectator with a queue and a thread of its own. Whatever its disk does, the stage and the house
/// never wait for it; what it cannot keep up with is left out, and marked.
/// </summary>
internal sealed class StageRecorder : IStageTape, ISpectatorLine, IAsyncDisposable
{
    private const long MostWaiting = 32 << 20;
    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _flushEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _slowShownFor = TimeSpan.FromSeconds(30);

    private readonly StageHost _stage;
    private readonly RecordingDisk _disk;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly RecordingQueue _queue = new(MostWaiting);
    private readonly BlockAssembler _blocks = new();
    private readonly ConsentFilter _consent;
    private readonly SceneMarks _marks;
    private readonly HashSet<string> _seen = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Spectator _spectator;
    private readonly Thread _thread;
    private volatile RecordingSign _sign = new(RecordingState.On, "");
    private long _flushedAt;
    private long _lostAt;
    private long _skipped;
    private int _planVersion = -1;

    public StageRecorder(StageHost stage, RecordingDisk disk, TimeProvider time, ILogger log)
    {
        (_stage, _disk, _time, _log) = (stage, disk, time, log);
        _consent = new ConsentFilter(stage.MayRecord);
        _marks = new SceneMarks(PlaceOf);
        _spectator = stage.House.Frames.Follow(this, HouseWish.Every);
        _flushedAt = time.GetTimestamp();
        var nowMs = stage.Clock.NowMs;
        _blocks.AddAlone(BlockKind.Head, nowMs, nowMs, MessagePackSerializer.Serialize(
            new RecordingHead(stage.Id, stage.Production.Id, stage.Production.Title, time.GetUtcNow().ToUnixTimeMilliseconds(), nowMs, (float)stage.Clock.Rate),
            ContractResolver.Options));
        stage.Tape = this;
        stage.House.AskForKeyframe();
        _thread = new Thread(Run) { Name = $"recording of {stage.Id}", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>How it goes. From any thread.</summary>
    public RecordingSign Sign => _sign;

    public void Hear(ReadOnlyMemory<byte> heard) => _queue.TryAdd(BlockKind.Voices, _stage.Clock.NowMs, heard);

    public void See(string role, ReadOnlyMemory<byte>? picture)
    {
        lock (_seen)
        {
            if (picture is { } shown)
            {
                _seen.Add(role);
                _queue.TryAdd(BlockKind.Pictures, _stage.Clock.NowMs, shown);
            }
            else if (_seen.Remove(role))
            {
                var gone = MessagePackSerializer.Serialize<IPictureMessage>(new PerformerGone(0, role), ContractResolver.Options);
                _queue.TryAdd(BlockKind.Pictures, _stage.Clock.NowMs, gone);
            }
        }
    }

    public void Happen(IReadOnlyList<Happening> events, Production production)
    {
        foreach (var started in events.Select(happening => happening.Event).OfType<CueStarted>().Where(started => started.Armed))
        {
            if (production.FindCue(started.Cue) is { } cue)
            {
                Mark(new RecordingMark(RecordingMarkKind.Cue, started.StartMs, cue.Number, cue.Title, ""));
            }
        }
    }

    /// <summary>Writes down what waits, and ends the recording or this piece of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ReferenceEquals(_stage.Tape, this))
        {
            _stage.Tape = null;
        }

        await _stop.CancelAsync();
        _spectator.Leave();
        await _spectator.Left;
        await Task.Run(_thread.Join);
        _stop.Dispose();
    }

    /// <summary>Takes every frame; when the disk is behind by seconds it goes on at the newest keyframe.</summary>
    async ValueTask ISpectatorLine.SendAsync(EncodedFrame frame)
    {
        while (!_queue.HasRoom)
        {
            await Task.Delay(_turn, _stop.Token);
        }

        _queue.TryAdd(BlockKind.Stage, _stage.Clock.NowMs, frame.Bytes);
    }

    /// <summary>The thread. What nobody foresaw ends the recording, and never the theatre.</summary>
    private void Run()
    {
        try
        {
            while (!_stop.Token.WaitHandle.WaitOne(_turn))
            {
                Turn();
            }

            Turn();
            _blocks.Flush();
            WriteReady();
            _disk.Close();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _log.LogError(e, "The recording of {Performance} ended", _stage.Id);
            _stage.Tape = null;
            _sign = new RecordingSign(RecordingState.Failing, "The recording ended by a fault of the program; the log has it. The show goes on.");
        }
        finally
        {
            _disk.Dispose();
        }
    }

    private void Turn()
    {
        while (_queue.TryTake(out var item))
        {
            Take(item);
            WriteReady();
        }

        if (_time.GetElapsedTime(_flushedAt) >= _flushEvery)
        {
            // Keyframes do that; when none comes, nothing stays here for longer all the same.
            _flushedAt = _time.GetTimestamp();
            _blocks.Flush();
            WriteReady();
        }

        NoteLost();
        Tell();
    }

    private void Take(in RecordingQueue.Item item)
    {
        if (item.Kind != BlockKind.Stage)
        {
            _blocks.Add(item.Kind, item.TimeMs, item.Message.Span);
            return;
        }

        if (FrameFacts.Read(item.Message) is not { } facts || _consent.Filter(item.Message, facts) is not var (frame, scene))
        {
            return;
        }

        if (scene is not null)
        {
            TakePlan(scene.PlanVersion, item.TimeMs);
        }

        if (facts.IsKeyframe)
        {
            _flushedAt = _time.GetTimestamp();
        }

        _blocks.Add(BlockKind.Stage, item.TimeMs, frame.Span, facts.IsKeyframe);
        if (scene is not null)
        {
            foreach (var mark in _marks.Of(scene, item.TimeMs))
            {
                _blocks.Add(BlockKind.Marks, item.TimeMs, MessagePackSerializer.Serialize(mark, ContractResolver.Options));
            }
        }
    }

    private void TakePlan(int version, long timeMs)
    {
        if (version != _planVersion && _stage.Plan is { } plan)
        {
            _planVersion = plan.Version;
            _blocks.AddAlone(BlockKind.Plan, timeMs, timeMs, MessagePackSerializer.Serialize(plan, ContractResolver.Options));
        }
    }

    private void Mark(RecordingMark mark) =>
        _queue.TryAdd(BlockKind.Marks, _stage.Clock.NowMs, MessagePackSerializer.Serialize(mark, ContractResolver.Options));

    private LinePlace? PlaceOf(string line)
    {
        var divisions = _stage.Production.DivisionsOf(line);
        return divisions.Count switch
        {
            0 => null,
            1 => new LinePlace(("", ""), (divisions[0].Id, divisions[0].Title)),
            _ => new LinePlace((divisions[0].Id, divisions[0].Title), (divisions[^1].Id, divisions[^1].Title)),
        };
    }

    private void WriteReady()
    {
        while (_blocks.TryTake(out var block))
        {
            _disk.Write(block);
        }
    }

    /// <summary>What found no room in the queue, or was passed over because the disk is behind.</summary>
    private void NoteLost()
    {
        var lost = _queue.TakeLost() + (_spectator.Skipped - _skipped);
        _skipped = _spectator.Skipped;
        if (lost > 0)
        {
            _lostAt = _time.GetTimestamp();
            var nowMs = _stage.Clock.NowMs;
            _disk.Miss(Math.Max(0, nowMs - (long)(_flushEvery.TotalMilliseconds * _stage.Clock.Rate)), nowMs, "the recording could not keep up");
        }
    }

    private void Tell() => _sign = this switch
    {
        _ when _disk.Trouble is { } trouble => new RecordingSign(
            RecordingState.Failing, $"The recording cannot be written: {trouble}. The show goes on; what is played meanwhile is missing in it."),
        _ when _lostAt != 0 && _time.GetElapsedTime(_lostAt) < _slowShownFor => new RecordingSign(
            RecordingState.On, "The recording does not keep up, by a slow disk or a busy machine: parts are missing in it."),
        _ => new RecordingSign(RecordingState.On, ""),
    };
}
