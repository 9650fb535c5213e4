using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Learning;

namespace Complaints.Escalation.Training;

/// <summary>
/// Predicted against observed for answered cases as they wait: each case counts on every day of the stretch on which it stood on the list,
/// not escalated so far.
/// </summary>
/// <param name="FromDay">First day after the response.</param>
/// <param name="ToDay">Last day.</param>
/// <param name="CaseDays">Days of all cases.</param>
/// <param name="Escalated">Those of cases that escalated later, within the horizon.</param>
/// <param name="MeanProbability">What was predicted on average.</param>
public sealed record WaitingFigures(int FromDay, int ToDay, int CaseDays, int Escalated, double MeanProbability)
{
    /// <summary>What happened.</summary>
    public double ObservedRate => CaseDays == 0 ? double.NaN : (double)Escalated / CaseDays;
}

/// <summary>Judges what <see cref="WaitingCurve"/> takes from a probability, each month by the curve learned before it.</summary>
internal sealed class WaitingCheck
{
    private static readonly int[] s_firstDays = [0, 1, 4, 7, 21, 41];

    private readonly int _horizon;
    private readonly int[] _firstDays;
    private readonly int[] _caseDays;
    private readonly int[] _escalated;
    private readonly double[] _predicted;

    public WaitingCheck(int horizonDays)
    {
        _horizon = horizonDays;
        _firstDays = [.. s_firstDays.Where(day => day < horizonDays)];
        _caseDays = new int[_firstDays.Length];
        _escalated = new int[_firstDays.Length];
        _predicted = new double[_firstDays.Length];
    }

    /// <summary>Adds the responses of a month.</summary>
    /// <param name="rows">Prediction rows.</param>
    /// <param name="responses">Rows at the response.</param>
    /// <param name="probabilities">What a model said of each on the day of the response.</param>
    /// <param name="curve">The curve learned with that model.</param>
    public void Add(PredictionRows rows, ReadOnlySpan<int> responses, ReadOnlySpan<double> probabilities, WaitingCurve curve)
    {
        for (int i = 0; i < responses.Length; i++)
        {
            CaseRecord of = rows.History.Cases[rows.Points[responses[i]].Case];
            DateOnly responded = rows.Points[responses[i]].Day;
            int end = of.EscalatedOn is DateOnly day ? Math.Min(day.DayNumber - responded.DayNumber, _horizon) : _horizon;
            double margin = LogOdds.Of(probabilities[i]);
            for (int since = 0; since < end; since++)
            {
                int at = Band(since);
                _caseDays[at]++;
                _escalated[at] += rows.Table.Labels[responses[i]];
                _predicted[at] += LogOdds.ToProbability(margin + curve.LogOddsAfter(since));
            }
        }
    }

    /// <summary>By stretch of days.</summary>
    public ImmutableArray<WaitingFigures> Figures() =>
    [
        .. Enumerable.Range(0, _firstDays.Length)
            .Where(at => _caseDays[at] > 0)
            .Select(at => new WaitingFigures(
                _firstDays[at],
                (at + 1 < _firstDays.Length ? _firstDays[at + 1] : _horizon) - 1,
                _caseDays[at],
                _escalated[at],
                _predicted[at] / _caseDays[at])),
    ];

    private int Band(int day)
    {
        int at = _firstDays.Length - 1;
        while (_firstDays[at] > day)
        {
            at--;
        }

        return at;
    }
}
