// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/icons.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace waxseal::style {
namespace {

using namespace Qt::StringLiterals;

QString folder()
{
    return u":/waxseal/icons"_s;
}

QColor ink(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

/** Renders a drawing whose strokes say "currentColor" in the colour of the moment. */
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, QByteArray drawing)
        : m_name(std::move(name))
        , m_drawing(std::move(drawing))
    {
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(m_name, m_drawing); }
    QString key() const override { return u"waxseal-themed"_s; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        // Already at the device's resolution: the painter's transformation carries the pixel ratio.
        render(painter, QRectF(rect), ink(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return scaledPixmap(size, mode, QIcon::Off, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        // QIcon asks in device pixels and sets the ratio itself.
        const QColor color = ink(mode);
        const QString cacheKey
            = u"waxseal-%1-%2x%3-%4"_s.arg(m_name).arg(size.width()).arg(size.height()).arg(color.rgba(), 0, 16);
        QPixmap pixmap;
        if (!QPixmapCache::find(cacheKey, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            render(&painter, QRectF(QPointF(0, 0), QSizeF(size)), color);
            painter.end();
            QPixmapCache::insert(cacheKey, pixmap);
        }
        return pixmap;
    }

private:
    void render(QPainter* painter, const QRectF& rect, const QColor& color) const
    {
        QByteArray drawing = m_drawing;
        drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(drawing);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        painter->setOpacity(painter->opacity() * color.alphaF());
        renderer.render(painter, rect);
    }

    QString m_name;
    QByteArray m_drawing;
};

} // namespace

QIcon themedIcon(const QString& name)
{
    QFile file(folder() + u'/' + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new ThemedIconEngine(name, file.readAll()));
}

QStringList iconNames()
{
    QStringList names;
    const QStringList files = QDir(folder()).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        names.append(file.chopped(4));
    return names;
}

QIcon applicationIcon()
{
    // Through the same engine, so that it does not hang on Qt's SVG icon plug-in being installed.
    QFile file(u":/waxseal/waxseal.svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new ThemedIconEngine(u"waxseal"_s, file.readAll()));
}

IconLabel::IconLabel(const QString& name, int size, QWidget* parent)
    : IconLabel(themedIcon(name), size, parent)
{
}

IconLabel::IconLabel(const QIcon& icon, int size, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace waxseal::style
